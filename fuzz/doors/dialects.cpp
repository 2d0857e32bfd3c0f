// Texts that are rewritten as what GDAL reads: CityJSON, Overpass JSON, OSM as editors save it,
// tables, and how a file's first bytes are understood.
#include <cmath>

#include "fuzz/door.h"
#include "geo/dialect/bounded_json.h"
#include "geo/dialect/city_json.h"
#include "geo/dialect/content_form.h"
#include "geo/dialect/osm_edit.h"
#include "geo/dialect/overpass_json.h"
#include "geo/dialect/shape_cell.h"
#include "geo/dialect/table_outline.h"
#include "geo/dialect/utf16_text.h"

namespace fuzz {

namespace {

template <class Value>
void must_say(const city::Result<Value>& result) {
    if (result) return;
    must(!result.error().message.empty(), "an error has words");
    must(result.error().message.find('\n') == std::string::npos, "an error is one line");
}

}  // namespace

void city_json(Bytes bytes) {
    const std::string_view text = text_of(bytes);
    for (const auto& read : {geo_io::read_city_json(text), geo_io::read_city_json_lines(text)}) {
        must_say(read);
        if (read)
            must(geo_io::json_fault(read->geojson, 100).empty(), "what GDAL is given is JSON");
    }
}

void overpass(Bytes bytes) {
    must_say(geo_io::read_overpass_json(text_of(bytes)));
}

void osm_edit(Bytes bytes) {
    must_say(geo_io::read_edited_osm(text_of(bytes)));
    geo_io::OsmOrder order;
    for (std::size_t at = 0; at < bytes.size(); at += 61)
        order.look(text_of(bytes.subspan(at)).substr(0, 61));
    order.odd();
}

void content(Bytes bytes) {
    const std::string_view head = text_of(bytes);
    for (const char* name : {"a", "a.csv", "a.geojson", "a.zip", "a.shp"}) {
        const geo_io::Content is = geo_io::content_of(head, bytes.size(), name);
        must(is.form != geo_io::Form::refused || !is.is.empty(),
             "what is refused is called something");
    }
    if (const auto order = geo_io::utf16_order(head)) geo_io::utf8_from_utf16(head, *order);
    const geo_io::TableOutline outline = geo_io::table_outline(head);
    constexpr std::size_t most_bytes = 1 << 20;
    must(geo_io::plain_table(head, outline, most_bytes).size() <= most_bytes,
         "a table is no longer than it may be");
    geo_io::shape_cell(head);
    must(geo_io::plain_shape_cell(head).size() <= head.size(), "a cell only loses letters");
}

}  // namespace fuzz
