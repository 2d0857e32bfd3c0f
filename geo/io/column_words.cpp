#include "geo/io/column_words.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string_view>

namespace geo_io {

namespace {

// The first rows of a query, each handed to `take`.
template <class Take>
void each_row(GDALDataset& dataset, const std::string& query, Take take) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    OGRLayer* rows = dataset.ExecuteSQL(query.c_str(), nullptr, "");
    if (rows != nullptr) {
        while (const OGRFeatureUniquePtr row{rows->GetNextFeature()}) take(*row);
        dataset.ReleaseResultSet(rows);
    }
    CPLPopErrorHandler();
    CPLErrorReset();
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

}  // namespace

std::map<std::string, ColumnWords> words_about_columns(GDALDataset& dataset,
                                                       const std::string& layer) {
    std::map<std::string, ColumnWords> words;
    if (std::string_view(dataset.GetDriverName()) != "GPKG") return words;
    // A table, not a view: what a stranger's view does could take for ever.
    bool there = false;
    each_row(dataset,
             "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'gpkg_data_columns' "
             "LIMIT 1",
             [&there](const OGRFeature&) { there = true; });
    if (!there) return words;
    each_row(
        dataset,
        "SELECT column_name, substr(title, 1, 200) AS title, substr(description, 1, 200) AS "
        "description FROM gpkg_data_columns WHERE table_name = " +
            quoted(layer) + " LIMIT 10000",
        [&words](const OGRFeature& row) {
            words[row.GetFieldAsString(0)] = {row.GetFieldAsString(1), row.GetFieldAsString(2)};
        });
    return words;
}

std::map<std::string, std::string> words_of_codes(const GDALDataset& dataset,
                                                  const OGRFieldDefn& field) {
    constexpr std::size_t most_codes = 5000;
    std::map<std::string, std::string> words;
    if (field.GetDomainName().empty()) return words;
    const OGRFieldDomain* domain = dataset.GetFieldDomain(field.GetDomainName());
    if (domain == nullptr || domain->GetDomainType() != OFDT_CODED) return words;
    const OGRCodedValue* entry = static_cast<const OGRCodedFieldDomain*>(domain)->GetEnumeration();
    for (; entry != nullptr && entry->pszCode != nullptr && words.size() < most_codes; ++entry)
        if (entry->pszValue != nullptr) words[entry->pszCode] = entry->pszValue;
    return words;
}

}  // namespace geo_io
