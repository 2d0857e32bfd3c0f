#pragma once

#include <memory>
#include <optional>
#include <string>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/source/unpacked_zip.h"

class GDALDataset;

namespace geo_io {

struct DatasetClose {
    void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, DatasetClose>;

/// A vector source that stands open, with what it is read out of.
struct OpenedSource {
    std::optional<UnpackedZip> unpacked;  ///< what `dataset` reads, when it is there
    Dataset dataset;
};

/// Opens what a person named; an Error says what it is instead. `encoding` overrides what a
/// shapefile says of its texts. Repairs are reported.
city::Result<OpenedSource> open_source(const std::string& path, const std::string& encoding,
                                       city::LoadReport& report);

}  // namespace geo_io
