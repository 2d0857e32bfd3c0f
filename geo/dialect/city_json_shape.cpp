#include "geo/dialect/city_json_shape.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geo/dialect/bounded_json.h"

namespace geo_io {

namespace {

using nlohmann::json;

void take_three(const json& from, std::array<double, 3>& into) {
    if (!from.is_array() || from.size() < 3) return;
    for (std::size_t i = 0; i < 3; ++i)
        if (from[i].is_number()) into[i] = from[i].get<double>();
}

bool is_surface(const json& node) {
    return node.is_array() && !node.empty() && node[0].is_array() &&
           (node[0].empty() || node[0][0].is_number());
}

// All surfaces below, in order. Bounded by the depth that the parser allows.
void collect(const json& node, std::vector<const json*>& surfaces) {
    if (is_surface(node)) {
        surfaces.push_back(&node);
        return;
    }
    if (!node.is_array()) return;
    for (const json& child : node)
        if (child.is_array()) collect(child, surfaces);
}

void collect_values(const json& node, std::vector<int>& values) {
    if (node.is_array()) {
        for (const json& child : node) collect_values(child, values);
    } else {
        values.push_back(node.is_number_integer() ? node.get<int>() : -1);
    }
}

// What each surface is, "" where it is not said.
std::vector<std::string> meanings(const json& geometry, std::size_t count) {
    std::vector<std::string> result(count);
    const auto semantics = geometry.find("semantics");
    if (semantics == geometry.end() || !semantics->is_object()) return result;
    const auto values = semantics->find("values"), surfaces = semantics->find("surfaces");
    if (values == semantics->end() || surfaces == semantics->end() || !surfaces->is_array())
        return result;
    std::vector<int> which;
    collect_values(*values, which);
    if (which.size() != count) return result;
    for (std::size_t s = 0; s < count; ++s)
        if (which[s] >= 0 && static_cast<std::size_t>(which[s]) < surfaces->size() &&
            (*surfaces)[static_cast<std::size_t>(which[s])].is_object())
            result[s] = text_at((*surfaces)[static_cast<std::size_t>(which[s])], "type");
    return result;
}

std::vector<CityJsonShape::Ring> rings_of(const json& surface, const CityJsonFrame& frame) {
    std::vector<CityJsonShape::Ring> rings;
    for (const json& indices : surface) {
        if (!indices.is_array()) continue;
        CityJsonShape::Ring ring;
        for (const json& index : indices)
            if (index.is_number_unsigned() && index.get<std::uint64_t>() < frame.vertices.size())
                ring.push_back(frame.vertices[index.get<std::size_t>()]);
        if (ring.size() >= 3) rings.push_back(std::move(ring));
        if (rings.empty()) break;  // a hole without a polygon
    }
    return rings;
}

double lod_of(const json& geometry) {
    const std::string text = text_at(geometry, "lod");
    double lod = -1.0;
    std::from_chars(text.data(), text.data() + text.size(), lod);
    return lod;
}

bool is_flat(const CityJsonShape::Ring& ring) {
    const auto [low, high] = std::minmax_element(
        ring.begin(), ring.end(), [](const auto& a, const auto& b) { return a[2] < b[2]; });
    return (*high)[2] - (*low)[2] < 1e-3;
}

}  // namespace

void CityJsonFrame::take_transform(const json& model) {
    const auto transform = model.find("transform");
    if (transform == model.end() || !transform->is_object()) return;
    if (const auto found = transform->find("scale"); found != transform->end())
        take_three(*found, scale);
    if (const auto found = transform->find("translate"); found != transform->end())
        take_three(*found, translate);
}

void CityJsonFrame::take_vertices(const json& model) {
    vertices.clear();
    const auto list = model.find("vertices");
    if (list == model.end() || !list->is_array()) return;
    vertices.reserve(list->size());
    for (const json& vertex : *list) {
        std::array<double, 3> point;
        point.fill(std::nan(""));
        take_three(vertex, point);
        for (std::size_t i = 0; i < 3; ++i) point[i] = point[i] * scale[i] + translate[i];
        vertices.push_back(point);
    }
}

CityJsonShape city_json_shape(const json& object, const CityJsonFrame& frame) {
    CityJsonShape shape;
    const auto geometries = object.find("geometry");
    if (geometries == object.end() || !geometries->is_array()) return shape;
    const json *outline = nullptr, *body = nullptr;
    double best = -2.0;
    for (const json& geometry : *geometries) {
        if (!geometry.is_object() || !geometry.contains("boundaries")) continue;
        const std::string type = text_at(geometry, "type");
        if (type.ends_with("Point") || type.ends_with("LineString")) continue;
        const double lod = lod_of(geometry);
        if (lod >= 0.0 && lod < 1.0) {
            // 0.1 is the footprint, 0.2 and 0.3 are roof edges.
            if (outline == nullptr || lod < lod_of(*outline)) outline = &geometry;
        } else if (lod > best) {
            best = lod;
            body = &geometry;
        }
    }
    const auto take = [&](const json& geometry, bool is_body) {
        std::vector<const json*> surfaces;
        collect(geometry["boundaries"], surfaces);
        const std::vector<std::string> meaning = meanings(geometry, surfaces.size());
        std::vector<std::vector<CityJsonShape::Ring>> ground, all;
        for (std::size_t s = 0; s < surfaces.size(); ++s) {
            auto rings = rings_of(*surfaces[s], frame);
            if (rings.empty()) continue;
            if (is_body)
                for (const auto& point : rings[0]) {
                    shape.low_z = std::min(shape.low_z, point[2]);
                    shape.high_z = std::max(shape.high_z, point[2]);
                }
            if (meaning[s] == "GroundSurface" && is_flat(rings[0])) ground.push_back(rings);
            all.push_back(std::move(rings));
        }
        if (!shape.polygons.empty()) return;
        shape.body = is_body && ground.empty();
        shape.polygons = ground.empty() ? std::move(all) : std::move(ground);
    };
    if (outline != nullptr) take(*outline, false);
    if (body != nullptr) take(*body, true);
    return shape;
}

}  // namespace geo_io
