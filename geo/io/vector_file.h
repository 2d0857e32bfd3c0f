#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/io/layer_plan.h"
#include "geo/source/opened_source.h"

namespace geo_io {

struct VectorFileOptions {
    SourceAccess access;
    LayerWishes wishes;
};

/// An open GDAL vector source that hands out its features in batches.
class VectorFile {
  public:
    /// A source as a person names it. The path in what is reported has no password.
    static city::Result<VectorFile> open(const std::string& path, const VectorFileOptions& options,
                                         city::LoadReport& report);
    VectorFile(VectorFile&&) noexcept;
    ~VectorFile();

    const std::vector<LayerPlan>& layers() const;
    /// Sum of the layers' counts, or 0 when the source does not know before reading.
    std::uint64_t expected_features() const;
    /// The next features, or nothing at the end. An Error when reading broke off.
    city::Result<std::optional<FeatureBatch>> next();
    /// What of an archive turned out not to be what the archive says: known once all is read. GDAL
    /// reads over that without a word.
    std::string damaged_member();
    /// How often something between two features could not be read, of what was read so far.
    std::uint64_t passed_over() const;

  private:
    struct State;
    explicit VectorFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// How long GDAL alone takes to read every feature of the source: the floor of every load time.
city::Result<double> plain_read_seconds(const std::string& path);

}  // namespace geo_io
