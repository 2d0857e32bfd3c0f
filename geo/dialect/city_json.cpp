#include "geo/dialect/city_json.h"

#include <charconv>
#include <cmath>
#include <set>

#include "geo/dialect/bounded_json.h"
#include "geo/dialect/city_json_shape.h"

namespace geo_io {

namespace {

using nlohmann::json;

void append_number(std::string& text, double value) {
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    text.append(digits, end.ptr);
}

// "https://www.opengis.net/def/crs/EPSG/0/7415", "urn:ogc:def:crs:EPSG::7415", "EPSG:7415".
std::string epsg_of(const json& model) {
    const auto metadata = model.find("metadata");
    if (metadata == model.end() || !metadata->is_object()) return {};
    std::string system = text_at(*metadata, "referenceSystem");
    if (system.empty()) system = text_at(*metadata, "crs");
    if (system.find("EPSG") == std::string::npos && system.find("epsg") == std::string::npos)
        return {};
    const std::size_t first = system.find_last_not_of("0123456789");
    return first == std::string::npos ? system : system.substr(first + 1);
}

class Writer {
  public:
    // Takes what stands outside the objects.
    city::Result<void> begin(const json& model) {
        const std::string version = text_at(model, "version");
        if (!version.starts_with("1.") && !version.starts_with("2."))
            return city::fail("this is CityJSON " +
                              (version.empty() ? "without a version" : version) +
                              ": versions 1.0 to 2.0 are read (cjio FILE upgrade save OUT)");
        frame_.take_transform(model);
        const std::string epsg = epsg_of(model);
        out_.has_crs = !epsg.empty();
        out_.geojson = "{\"type\":\"FeatureCollection\",\"name\":\"buildings\",\"crs\":";
        out_.geojson += epsg.empty() ? "null"
                                     : "{\"type\":\"name\",\"properties\":{\"name\":"
                                       "\"urn:ogc:def:crs:EPSG::" +
                                           epsg + "\"}}";
        out_.geojson += ",\"features\":[\n";
        return {};
    }

    void objects(const json& model) {
        frame_.take_vertices(model);
        const auto list = model.find("CityObjects");
        if (list == model.end() || !list->is_object()) return;
        for (const auto& [id, object] : list->items()) {
            if (!object.is_object()) continue;
            const std::string type = text_at(object, "type");
            if (type == "Building") {
                building(id, object, *list);
            } else if (!type.starts_with("Building")) {
                ++out_.other_kinds[type];
            } else if (type == "BuildingPart" && parent_of(object, *list) == nullptr) {
                if (!write(id, object, nullptr, city_json_shape(object, frame_)))
                    ++out_.without_shape;
            }
        }
    }

    city::Result<CityJsonBuildings> end() {
        if (out_.buildings == 0)
            return city::fail("there is no building with an outline in this CityJSON" +
                              (out_.other_kinds.empty()
                                   ? std::string()
                                   : ", only " + out_.other_kinds.begin()->first + "..."));
        out_.geojson += "\n]}\n";
        return std::move(out_);
    }

  private:
    static const json* parent_of(const json& object, const json& list) {
        const auto parents = object.find("parents");
        if (parents == object.end() || !parents->is_array() || parents->empty() ||
            !(*parents)[0].is_string())
            return nullptr;
        const auto found = list.find((*parents)[0].get<std::string>());
        return found == list.end() ? nullptr : &*found;
    }

    void building(const std::string& id, const json& object, const json& list) {
        CityJsonShape own = city_json_shape(object, frame_);
        std::vector<std::pair<std::string, const json*>> parts;
        if (const auto children = object.find("children");
            children != object.end() && children->is_array())
            for (const json& child : *children) {
                if (!child.is_string()) continue;
                const auto found = list.find(child.get<std::string>());
                if (found != list.end() && found->is_object() &&
                    text_at(*found, "type") == "BuildingPart")
                    parts.emplace_back(child.get<std::string>(), &*found);
            }
        // An outline of its own; the body can lie with the parts.
        if (!own.empty()) {
            for (const auto& [part_id, part] : parts) {
                const CityJsonShape shape = city_json_shape(*part, frame_);
                own.low_z = std::min(own.low_z, shape.low_z);
                own.high_z = std::max(own.high_z, shape.high_z);
            }
            if (!write(id, object, nullptr, own)) ++out_.without_shape;
            return;
        }
        bool any = false;
        for (const auto& [part_id, part] : parts)
            any = write(part_id, *part, &object, city_json_shape(*part, frame_)) || any;
        if (!any) ++out_.without_shape;
    }

    bool write(const std::string& id, const json& object, const json* parent,
               const CityJsonShape& shape) {
        if (shape.empty()) return false;
        json properties = json::object();
        for (const json* from : {parent, &object})
            if (from != nullptr && from->contains("attributes") &&
                (*from)["attributes"].is_object())
                for (const auto& [key, value] : (*from)["attributes"].items())
                    if (!value.is_structured() && !value.is_null()) properties[key] = value;
        properties["building_id"] = id;
        if (!properties.contains("measuredHeight") && !properties.contains("height") &&
            std::isfinite(shape.height()) && shape.height() > 0.0)
            properties["height"] = shape.height();
        if (out_.buildings++ > 0) out_.geojson += ",\n";
        out_.geojson += "{\"type\":\"Feature\",\"properties\":" +
                        properties.dump(-1, ' ', false, json::error_handler_t::replace) +
                        ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[";
        for (std::size_t p = 0; p < shape.polygons.size(); ++p) {
            out_.geojson += p > 0 ? ",[" : "[";
            for (std::size_t r = 0; r < shape.polygons[p].size(); ++r)
                ring(shape.polygons[p][r], r > 0, shape.body);
            out_.geojson += "]";
        }
        out_.geojson += "]}}";
        return true;
    }

    void ring(const CityJsonShape::Ring& points, bool comma, bool with_z) {
        std::string& text = out_.geojson;
        text += comma ? ",[" : "[";
        for (std::size_t p = 0; p <= points.size(); ++p) {
            const auto& point = points[p % points.size()];
            text += p > 0 ? ",[" : "[";
            for (std::size_t i = 0; i < (with_z ? 3u : 2u); ++i) {
                if (i > 0) text += ",";
                // JSON has no word for what is no number; such a ring is told beyond repair.
                append_number(text, std::isfinite(point[i]) ? point[i] : 1e300);
            }
            text += "]";
        }
        text += "]";
    }

    CityJsonFrame frame_;
    CityJsonBuildings out_;
};

}  // namespace

city::Result<CityJsonBuildings> read_city_json(std::string_view text) {
    const auto model = parse_json(text);
    if (!model) return tl::unexpected(model.error());
    Writer writer;
    if (auto ok = writer.begin(*model); !ok) return tl::unexpected(ok.error());
    writer.objects(*model);
    return writer.end();
}

city::Result<CityJsonBuildings> read_city_json_lines(std::string_view text) {
    Writer writer;
    bool begun = false;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (const std::size_t first = line.find_first_not_of(" \t\r\x1E");
            first == std::string_view::npos)
            continue;
        else
            line.remove_prefix(first);
        const auto object = parse_json(line);
        if (!object)
            return city::fail("record in line " + std::to_string(number) + ": " +
                              object.error().message);
        if (!object->is_object()) continue;
        if (!begun) {
            if (text_at(*object, "type") != "CityJSON")
                return city::fail(
                    "the first line of this CityJSON text sequence is not the model's frame "
                    "(\"type\": \"CityJSON\"): without it features have no place");
            if (auto ok = writer.begin(*object); !ok) return tl::unexpected(ok.error());
            begun = true;
        }
        writer.objects(*object);
    }
    return writer.end();
}

}  // namespace geo_io
