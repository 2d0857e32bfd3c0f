#include "geo/dialect/overpass_json.h"

#include <cmath>

#include "geo/dialect/bounded_json.h"

namespace geo_io {

namespace {

using nlohmann::json;

constexpr int most_depth = 32;
// `out geom` gives points without numbers: theirs begin where OpenStreetMap's will not be soon.
constexpr std::int64_t first_unnumbered = std::int64_t{1} << 52;

class Reader {
  public:
    explicit Reader(OverpassAnswer& answer) : answer_(answer) {}

    void element(const json& element) {
        const std::string type = text_at(element, "type");
        const std::int64_t id = number_of(element, "id");
        if (type == "node") {
            add_node(id, element).tags = tags_of(element);
        } else if (type == "way") {
            OsmObjects::Way& way = answer_.objects.ways[id];
            take_points(way, element);
            if (way.nodes.empty()) ++answer_.without_shape;
            if (element.contains("tags")) way.tags = tags_of(element);
        } else if (type == "relation") {
            relation(id, element);
        }
    }

  private:
    static std::int64_t number_of(const json& object, const char* key) {
        const double value = number_at(object, key);
        return std::isfinite(value) && std::abs(value) < 9e15 ? static_cast<std::int64_t>(value)
                                                              : 0;
    }

    static OsmObjects::Tags tags_of(const json& element) {
        OsmObjects::Tags tags;
        if (const auto found = element.find("tags"); found != element.end() && found->is_object())
            for (const auto& [key, value] : found->items()) tags.emplace_back(key, text_of(value));
        return tags;
    }

    OsmObjects::Node& add_node(std::int64_t id, const json& point) {
        OsmObjects::Node& node = answer_.objects.nodes[id];
        node.longitude_deg = number_at(point, "lon");
        node.latitude_deg = number_at(point, "lat");
        return node;
    }

    // By reference where there are nodes, with the points beside them where there are any.
    void take_points(OsmObjects::Way& way, const json& element) {
        std::vector<std::int64_t> nodes;
        if (const auto list = element.find("nodes"); list != element.end() && list->is_array())
            for (const json& node : *list)
                if (node.is_number_integer()) nodes.push_back(node.get<std::int64_t>());
        const auto geometry = element.find("geometry");
        const bool has_geometry = geometry != element.end() && geometry->is_array();
        if (has_geometry && nodes.size() != geometry->size()) nodes.clear();
        if (has_geometry) {
            const bool numbered = !nodes.empty();
            for (std::size_t p = 0; p < geometry->size(); ++p) {
                const json& point = (*geometry)[p];
                // Null: outside the box that was asked for.
                if (!point.is_object()) continue;
                if (!numbered) nodes.push_back(number_of_place(point));
                add_node(nodes[numbered ? p : nodes.size() - 1], point);
            }
        }
        if (!nodes.empty()) way.nodes = std::move(nodes);
    }

    // The same place has the same number: lines that meet, meet.
    std::int64_t number_of_place(const json& point) {
        const std::pair<double, double> place{number_at(point, "lon"), number_at(point, "lat")};
        const auto next = first_unnumbered + static_cast<std::int64_t>(places_.size());
        return places_.emplace(place, next).first->second;
    }

    void relation(std::int64_t id, const json& element) {
        OsmObjects::Relation& relation = answer_.objects.relations[id];
        relation.tags = tags_of(element);
        const auto members = element.find("members");
        if (members == element.end() || !members->is_array()) {
            ++answer_.without_shape;
            return;
        }
        for (const json& member : *members) {
            if (!member.is_object()) continue;
            const std::string type = text_at(member, "type");
            if (type.empty()) continue;
            const std::int64_t ref = number_of(member, "ref");
            relation.members.push_back({type[0], ref, text_at(member, "role")});
            if (type == "way" && member.contains("geometry")) {
                OsmObjects::Way& way = answer_.objects.ways[ref];
                if (way.nodes.empty()) take_points(way, member);
            }
            if (type == "node" && std::isfinite(number_at(member, "lon"))) add_node(ref, member);
        }
    }

    OverpassAnswer& answer_;
    std::map<std::pair<double, double>, std::int64_t> places_;
};

}  // namespace

city::Result<OverpassAnswer> read_overpass_json(std::string_view text) {
    const auto parsed = parse_json(text, most_depth);
    if (!parsed) return tl::unexpected(parsed.error());
    OverpassAnswer answer;
    answer.remark = text_at(*parsed, "remark");
    const auto elements = parsed->find("elements");
    if (elements == parsed->end() || !elements->is_array())
        return city::fail("this Overpass JSON has no list of elements");
    Reader reader(answer);
    for (const json& element : *elements)
        if (element.is_object()) reader.element(element);
    std::erase_if(answer.objects.nodes, [](const auto& node) {
        return !(std::abs(node.second.longitude_deg) <= 180.0 &&
                 std::abs(node.second.latitude_deg) <= 90.0);
    });
    std::erase_if(answer.objects.ways, [](const auto& way) { return way.second.nodes.empty(); });
    if (answer.objects.ways.empty() || answer.objects.nodes.empty())
        return city::fail(
            elements->empty()
                ? "this Overpass JSON is empty" +
                      (answer.remark.empty() ? "" : ": the server said '" + answer.remark + "'")
                : "this Overpass JSON has no outlines (`out center`, `out tags` or nodes alone): "
                  "ask for `out geom;`, or for `out body; >; out skel qt;`");
    return answer;
}

}  // namespace geo_io
