#include "geo/source/opened_table.h"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>

#include "geo/dialect/content_form.h"
#include "geo/dialect/table_outline.h"
#include "geo/source/gdal_setup.h"
#include "geo/source/read_bytes.h"
#include "geo/words/guess_encoding.h"

namespace geo_io {

namespace {

// A table that has to be written anew lies in memory twice.
constexpr std::size_t most_rewritten = std::size_t{512} << 20;
constexpr std::size_t most_guessed_from = 20'000;

// How the texts are written, where that is not UTF-8.
std::string encoding_of(const std::string& head, const std::string& given, bool& guessed,
                        std::string& language) {
    if (!given.empty()) return given;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < std::min(head.size(), most_guessed_from);) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        if (end < head.size()) lines.push_back(head.substr(at, end - at));
        at = end + 1;
    }
    if (lines.empty()) lines.push_back(head);
    const auto guess = guess_encoding(lines);
    if (!guess || guess->encoding == "UTF-8") return {};
    guessed = true;
    language = guess->language;
    return guess->encoding;
}

// Line by line: one bad letter costs its line its accents, not the table.
std::string recoded(const std::string& text, const std::string& encoding) {
    if (auto all = utf8_from(text, encoding)) return std::move(*all);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
        const std::string line = text.substr(at, end + 1 - at);
        result += utf8_from(line, encoding).value_or(line);
        at = end + 1;
    }
    return result;
}

std::string in_words(const std::vector<std::string>& columns) {
    std::string words;
    for (std::size_t c = 0; c < std::min<std::size_t>(columns.size(), 12); ++c)
        words += (c == 0 ? "'" : ", '") + columns[c].substr(0, 40) + "'";
    return columns.size() > 12 ? words + "..." : words;
}

}  // namespace

city::Result<void> open_table(const std::string& path, const std::string& name,
                              const std::string& shown, const std::string& encoding,
                              OpenedSource& into, city::LoadReport& report) {
    bool whole = false, guessed = false;
    std::string head = head_of(path, wanted_head_bytes, whole), language;
    TableOutline outline = table_outline(head);
    std::string letters;
    if (outline.letters == TableOutline::Letters::bytes) {
        letters = encoding_of(head, encoding, guessed, language);
        if (letters == "UTF-8" || letters == "utf-8") letters.clear();
        if (!letters.empty()) outline = table_outline(recoded(head, letters));
    }
    if (outline.shape_column.empty() || outline.only_points) {
        const std::string points =
            !outline.shape_column.empty() ? "column '" + outline.shape_column + "'"
            : !outline.longitude_column.empty() && !outline.latitude_column.empty()
                ? "columns '" + outline.longitude_column + "' and '" + outline.latitude_column + "'"
                : "";
        if (!points.empty())
            return city::fail("this table has only points (" + points +
                              "), which are no footprints and no roads: join it to outlines, or "
                              "give it a column of them (" +
                              shape_columns_in_words() + ")");
        return city::fail("this table has no column of outlines: looked for " +
                          shape_columns_in_words() + " and for WKT, WKB or GeoJSON in " +
                          (outline.columns.empty() ? "it" : in_words(outline.columns)));
    }
    std::string for_gdal = path;
    const bool odd = outline.letters != TableOutline::Letters::bytes || outline.separator == '|' ||
                     outline.names_separator || outline.tells_srid || outline.surplus_brackets ||
                     !letters.empty();
    if (odd) {
        auto text = all_of_file(path, most_rewritten, "save it as CSV in UTF-8 with commas");
        if (!text) return tl::unexpected(text.error());
        std::string rewritten =
            plain_table(letters.empty() ? *text : recoded(*text, letters), outline, most_rewritten);
        if (rewritten.empty())
            return city::fail(
                "this table is too large to be put into plain CSV: save it as CSV "
                "in UTF-8 with commas");
        into.texts.push_back(std::make_unique<MemoryText>(
            name.substr(0, name.find('.', 1)) + ".csv", std::move(rewritten)));
        for_gdal = into.texts.back()->path();
    }
    if (extension_of(for_gdal) != "csv") for_gdal = "CSV:" + for_gdal;
    CPLStringList options;
    options.SetNameValue("GEOM_POSSIBLE_NAMES", outline.shape_column.c_str());
    options.SetNameValue("KEEP_GEOM_COLUMNS", "NO");
    constexpr std::array<const char*, 2> only{"CSV", nullptr};
    Dataset dataset(
        static_cast<GDALDataset*>(GDALOpenEx(for_gdal.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                             only.data(), options.List(), nullptr)));
    if (!dataset) {
        const std::string why = take_gdal_messages();
        return city::fail(why.empty() ? "this table cannot be read" : why);
    }
    if (outline.srid != 0) into.systems[dataset.get()] = "EPSG:" + std::to_string(outline.srid);
    into.datasets.push_back(std::move(dataset));
    report.notes.push_back("outlines from column '" + outline.shape_column + "' of " + shown);
    if (outline.surplus_brackets)
        report.add(city::ProblemKind::file_damaged,
                   shown + ": its WKT has a bracket too many, taken off");
    if (guessed)
        report.add(city::ProblemKind::encoding_guessed,
                   shown + ": its texts are read as " + language +
                       "; a table does not say how they are written");
    return {};
}

}  // namespace geo_io
