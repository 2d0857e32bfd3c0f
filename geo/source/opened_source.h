#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/source/memory_text.h"
#include "geo/source/network_door.h"
#include "geo/source/unpacked_zip.h"

class GDALDataset;

namespace geo_io {

struct DatasetClose {
    void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, DatasetClose>;

/// A vector source that stands open, with what it is read out of.
struct OpenedSource {
    std::unique_ptr<OpenNetworkDoor> network;            ///< while `datasets` are on a server
    std::vector<std::unique_ptr<UnpackedZip>> archives;  ///< what `datasets` read
    std::vector<std::unique_ptr<MemoryText>> texts;      ///< the same, unpacked or rewritten
    std::vector<Dataset> datasets;  ///< at least one; of an archive one for each set in it
    /// The coordinate systems of datasets whose driver does not know them: "EPSG:3857"; "" = none
    /// is said.
    std::map<const GDALDataset*, std::string> systems;

    /// The first member of an archive whose bytes are not what the archive says, or "".
    std::string damaged();
};

/// What a person said of a source beside its name.
struct SourceAccess {
    std::string encoding;        ///< overrides what a shapefile says of its texts
    bool allow_network = false;  ///< else a server or a database is an Error that names the flag
};

/// Opens what a person named; an Error says what it is instead, never with a password. A file is
/// opened by what it holds, with the drivers of drivers.h; it makes nothing else be read, run or
/// fetched, and nothing is written beside it. Repairs are reported.
city::Result<OpenedSource> open_source(const std::string& named, const SourceAccess& access,
                                       city::LoadReport& report);

/// Opens, with the drivers of drivers.h, a path of GDAL's that this program made itself (a member
/// of an archive, a file in memory), after a look at what it holds. Nothing where no driver knows
/// it or it would reach for something else; take_gdal_messages() or `why_not` then says why.
Dataset open_contents(const std::string& path, const std::string& encoding, std::string& why_not);

/// A shapefile whose index (.shx) is not there: rebuilt from the shapes on a copy in memory, so
/// that the user's folder stays as it is.
Dataset open_with_new_index(const std::string& path, const std::string& encoding);

}  // namespace geo_io
