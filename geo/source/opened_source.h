#pragma once

#include <memory>
#include <optional>
#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
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
    std::unique_ptr<OpenNetworkDoor> network;  ///< while `dataset` is on a server
    std::optional<UnpackedZip> unpacked;       ///< what `dataset` reads, when it is there
    Dataset dataset;
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

}  // namespace geo_io
