#pragma once

#include <chrono>
#include <string>

namespace geo_io {

/// Whether somebody at that port of that host begins to talk within the time, as a MySQL server
/// does with its greeting; "" or what was the matter. MySQL's own library waits for ever.
std::string no_greeting(const std::string& host, const std::string& port,
                        std::chrono::milliseconds limit);

/// The same of a source's name, "MYSQL:d,host=h,port=3306,...": "" too where it names no host, and
/// the connection stays on this machine.
std::string no_mysql_greeting(const std::string& name,
                              std::chrono::milliseconds limit = std::chrono::seconds(10));

}  // namespace geo_io
