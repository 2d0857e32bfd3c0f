#include "geo/source/opened_dialect.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "geo/dialect/city_json.h"
#include "geo/dialect/json_outline.h"
#include "geo/dialect/osm_edit.h"
#include "geo/dialect/overpass_json.h"
#include "geo/source/content_check.h"
#include "geo/source/gdal_setup.h"
#include "geo/source/opened_table.h"
#include "geo/source/read_bytes.h"

namespace geo_io {

namespace {

using city::ProblemKind;

// What is read as a whole: ten times as much lies in memory while it is.
constexpr std::size_t most_text = std::size_t{256} << 20, most_osm_text = std::size_t{512} << 20;

std::string stem_of(const std::string& name) {
    const std::size_t dot = name.find('.', 1);
    return dot == std::string::npos ? name : name.substr(0, dot);
}

city::Result<void> open_rewritten(const std::string& name, std::string text, OpenedSource& into) {
    into.texts.push_back(std::make_unique<MemoryText>(name, std::move(text)));
    std::string why;
    Dataset dataset = open_contents(into.texts.back()->path(), "", why);
    if (!dataset) return city::fail(why.empty() ? take_gdal_messages() : why);
    into.datasets.push_back(std::move(dataset));
    return {};
}

city::Result<void> open_overpass(const std::string& text, const std::string& name,
                                 const std::string& shown, OpenedSource& into,
                                 city::LoadReport& report) {
    auto answer = read_overpass_json(text);
    if (!answer) return tl::unexpected(answer.error());
    if (!answer->remark.empty())
        report.add(ProblemKind::file_damaged, shown + ": the Overpass server said '" +
                                                  answer->remark.substr(0, 120) +
                                                  "', so some is missing");
    if (answer->without_shape > 0)
        report.add(ProblemKind::geometry_null,
                   shown + ": ways and relations without points; ask Overpass for `out geom;`",
                   answer->without_shape);
    return open_rewritten(stem_of(name) + ".osm", osm_xml_of(answer->objects), into);
}

city::Result<void> open_edited(const std::string& text, const std::string& name,
                               const std::string& shown, OpenedSource& into,
                               city::LoadReport& report) {
    auto edited = read_edited_osm(text);
    if (!edited) return tl::unexpected(edited.error());
    if (edited->deleted > 0)
        report.notes.push_back(shown + ": " + std::to_string(edited->deleted) +
                               " deleted objects are left out");
    if (edited->never_uploaded > 0)
        report.notes.push_back(shown + ": " + std::to_string(edited->never_uploaded) +
                               " objects with negative numbers (never uploaded) are called "
                               "1000000000000 and their number");
    return open_rewritten(stem_of(name) + ".osm", osm_xml_of(edited->objects), into);
}

city::Result<void> open_city_json(city::Result<CityJsonBuildings> model, const std::string& name,
                                  const std::string& shown, OpenedSource& into,
                                  city::LoadReport& report) {
    if (!model) return tl::unexpected(model.error());
    if (model->without_shape > 0)
        report.add(ProblemKind::geometry_null, shown + ": a building without an outline",
                   model->without_shape);
    for (const auto& [kind, count] : model->other_kinds)
        report.notes.push_back(shown + ": " + std::to_string(count) + " x " + kind.substr(0, 40) +
                               " of this city model are not read");
    const bool has_crs = model->has_crs;
    auto ok = open_rewritten(stem_of(name) + ".geojson", std::move(model->geojson), into);
    // GDAL takes GeoJSON that says nothing for degrees.
    if (ok && !has_crs) into.systems[into.datasets.back().get()] = "";
    return ok;
}

city::Result<void> open_lines(const std::string& named, const std::string& name,
                              OpenedSource& into) {
    std::string path = named;
    bool whole = false;
    const std::string head = head_of(path, wanted_head_bytes, whole);
    // GDAL takes a byte order mark for the beginning of the first feature and passes that over.
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool marked = head.starts_with(byte_order_mark), spread_out = is_spread_out(head);
    if (marked || spread_out) {
        auto text = all_of_file(path, most_text, "write a feature a line");
        if (!text) return tl::unexpected(text.error());
        if (marked && text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
        into.texts.push_back(std::make_unique<MemoryText>(
            stem_of(name) + ".geojsonl", spread_out ? one_object_a_line(*text) : std::move(*text)));
        path = into.texts.back()->path();
    }
    constexpr std::array<const char*, 2> only{"GeoJSONSeq", nullptr};
    Dataset dataset(static_cast<GDALDataset*>(GDALOpenEx(("GeoJSONSeq:" + path).c_str(),
                                                         GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                         only.data(), nullptr, nullptr)));
    if (!dataset) {
        const std::string why = take_gdal_messages();
        return city::fail(why.empty() ? "its lines are no GeoJSON features" : why);
    }
    into.datasets.push_back(std::move(dataset));
    return {};
}

}  // namespace

bool is_odd_osm(const std::string& path) {
    struct Close {
        void operator()(VSILFILE* file) const { VSIFCloseL(file); }
    };
    const std::unique_ptr<VSILFILE, Close> file(VSIFOpenL(path.c_str(), "rb"));
    if (!file) return false;
    OsmOrder order;
    std::string piece(std::size_t{1} << 20, '\0');
    while (!order.odd()) {
        const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), file.get());
        if (got == 0) break;
        order.look(std::string_view(piece).substr(0, got));
    }
    return order.odd();
}

city::Result<void> open_dialect(Form form, const std::string& path, const std::string& name,
                                const std::string& shown, const std::string& encoding,
                                OpenedSource& into, city::LoadReport& report) {
    if (const std::string why = reaches_elsewhere(path); !why.empty()) return city::fail(why);
    if (form == Form::geojson_lines) return open_lines(path, name, into);
    if (form == Form::table) return open_table(path, name, shown, encoding, into, report);
    const auto text =
        all_of_file(path, form == Form::osm_xml ? most_osm_text : most_text,
                    form == Form::overpass_json ? "ask for smaller boxes, or for OSM XML"
                    : form == Form::osm_xml     ? "sort it first: osmium sort -o out.osm.pbf"
                                                : "make a text sequence of tiles of it: cjio FILE "
                                                  "subset ..., or cjseq");
    if (!text) return tl::unexpected(text.error());
    switch (form) {
        case Form::overpass_json:
            return open_overpass(*text, name, shown, into, report);
        case Form::city_json:
            return open_city_json(read_city_json(*text), name, shown, into, report);
        case Form::city_json_lines:
            return open_city_json(read_city_json_lines(*text), name, shown, into, report);
        default:
            return open_edited(*text, name, shown, into, report);
    }
}

}  // namespace geo_io
