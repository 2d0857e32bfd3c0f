#include "geo/source/fewer_columns.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <string_view>

#include "geo/source/gdal_setup.h"
#include "geo/source/json_columns.h"

namespace geo_io {

namespace {

constexpr int many_columns = 250;
constexpr vsi_l_offset most_bytes = vsi_l_offset{2} << 30;  // they are copied in memory
constexpr std::size_t piece_bytes = std::size_t{1} << 20;

struct Close {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, Close>;

bool copy(const std::string& from, const std::string& to, const std::set<std::string>& wanted) {
    const File in(VSIFOpenL(from.c_str(), "rb")), out(VSIFOpenL(to.c_str(), "wb"));
    if (!in || !out) return false;
    bool sound = true;
    JsonColumns columns(wanted, [&](std::string_view text) {
        sound = sound && VSIFWriteL(text.data(), 1, text.size(), out.get()) == text.size();
    });
    std::string piece(piece_bytes, '\0');
    while (sound) {
        const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), in.get());
        if (got == 0) break;
        columns.take(std::string_view(piece).substr(0, got));
    }
    return sound;
}

}  // namespace

MemoryFile::~MemoryFile() {
    if (!path_.empty()) VSIUnlink(path_.c_str());
}

std::optional<FewerColumns> with_fewer_columns(GDALDataset& dataset,
                                               const std::set<std::string>& wanted) {
    static std::atomic<unsigned> made = 0;
    const std::string driver = dataset.GetDriverName();
    // One that was opened by its driver's prefix is opened so again.
    std::string path = dataset.GetDescription(), prefix;
    if (path.starts_with(driver + ":")) {
        prefix = driver + ":";
        path.erase(0, prefix.size());
    }
    if (dataset.GetLayerCount() != 1 || (driver != "GeoJSON" && driver != "GeoJSONSeq"))
        return std::nullopt;
    const int columns = dataset.GetLayer(0)->GetLayerDefn()->GetFieldCount();
    if (columns < many_columns || wanted.size() * 2 > static_cast<std::size_t>(columns))
        return std::nullopt;
    VSIStatBufL status{};
    if (VSIStatL(path.c_str(), &status) != 0 ||
        static_cast<vsi_l_offset>(status.st_size) > most_bytes)
        return std::nullopt;
    FewerColumns fewer{MemoryFile("/vsimem/twinscape_columns/" + std::to_string(++made) + "/" +
                                  std::filesystem::path(path).filename().string()),
                       nullptr};
    const std::array<const char*, 2> only{driver.c_str(), nullptr};
    if (copy(path, fewer.file.path(), wanted))
        fewer.dataset.reset(static_cast<GDALDataset*>(
            GDALOpenEx((prefix + fewer.file.path()).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                       only.data(), nullptr, nullptr)));
    take_gdal_messages();
    if (!fewer.dataset || fewer.dataset->GetLayerCount() != 1) return std::nullopt;
    return fewer;
}

}  // namespace geo_io
