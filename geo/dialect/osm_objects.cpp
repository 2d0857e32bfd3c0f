#include "geo/dialect/osm_objects.h"

#include <charconv>
#include <string_view>
#include <unordered_map>

namespace geo_io {

namespace {

std::int64_t positive(std::int64_t id) {
    return id < 0 ? never_uploaded - id : id;
}

void append_number(std::string& text, double value) {
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 9);
    text.append(digits, end.ec == std::errc{} ? end.ptr : digits);
}

void append_escaped(std::string& text, std::string_view value) {
    for (const char c : value) {
        if (c == '&') {
            text += "&amp;";
        } else if (c == '<') {
            text += "&lt;";
        } else if (c == '"') {
            text += "&quot;";
        } else {
            text.push_back(static_cast<unsigned char>(c) < ' ' ? ' ' : c);
        }
    }
}

void append_tags(std::string& text, const OsmObjects::Tags& tags) {
    for (const auto& [key, value] : tags) {
        text += "<tag k=\"";
        append_escaped(text, key);
        text += "\" v=\"";
        append_escaped(text, value);
        text += "\"/>";
    }
}

template <class Objects>
std::map<std::int64_t, const typename Objects::mapped_type*> in_order(const Objects& objects) {
    std::map<std::int64_t, const typename Objects::mapped_type*> ordered;
    for (const auto& [id, object] : objects) ordered.emplace(positive(id), &object);
    return ordered;
}

}  // namespace

std::string osm_xml_of(const OsmObjects& objects) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n";
    std::unordered_map<std::int64_t, std::int64_t> number;
    for (const auto& [id, node] : objects.nodes) {
        const std::int64_t next = static_cast<std::int64_t>(number.size()) + 1;
        number.emplace(id, next);
        text += "<node id=\"" + std::to_string(next) + "\" lat=\"";
        append_number(text, node.latitude_deg);
        text += "\" lon=\"";
        append_number(text, node.longitude_deg);
        text += "\">";
        append_tags(text, node.tags);
        text += "</node>\n";
    }
    for (const auto& [id, way] : in_order(objects.ways)) {
        text += "<way id=\"" + std::to_string(id) + "\">";
        for (const std::int64_t node : way->nodes)
            if (const auto found = number.find(node); found != number.end())
                text += "<nd ref=\"" + std::to_string(found->second) + "\"/>";
        append_tags(text, way->tags);
        text += "</way>\n";
    }
    for (const auto& [id, relation] : in_order(objects.relations)) {
        text += "<relation id=\"" + std::to_string(id) + "\">";
        for (const OsmObjects::Member& member : relation->members) {
            std::int64_t ref = positive(member.id);
            if (member.type == 'n') {
                const auto found = number.find(member.id);
                if (found == number.end()) continue;
                ref = found->second;
            }
            text += std::string("<member type=\"") +
                    (member.type == 'n'   ? "node"
                     : member.type == 'w' ? "way"
                                          : "relation") +
                    "\" ref=\"" + std::to_string(ref) + "\" role=\"";
            append_escaped(text, member.role);
            text += "\"/>";
        }
        append_tags(text, relation->tags);
        text += "</relation>\n";
    }
    return text + "</osm>\n";
}

}  // namespace geo_io
