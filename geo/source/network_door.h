#pragma once

#include <memory>

namespace geo_io {

/// Shuts GDAL off from every network: what fetches an address (schemas, coordinate systems, styles)
/// and every file system of its own that is not on this machine answer that they have nothing.
/// Once, after the drivers are registered.
void shut_network_door();

/// The door stands open as long as one of these lives. A person asked for it.
class OpenNetworkDoor {
  public:
    OpenNetworkDoor();
    OpenNetworkDoor(const OpenNetworkDoor&) = delete;
    OpenNetworkDoor& operator=(const OpenNetworkDoor&) = delete;
    ~OpenNetworkDoor();
};

}  // namespace geo_io
