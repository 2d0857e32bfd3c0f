#include "geo/dialect/osm_edit.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace geo_io {

namespace {

constexpr std::size_t longest_element = 1 << 16;

// An attribute's value as it is written, without its quotes.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find_first_of(" \t\r\n"); at != std::string_view::npos;) {
        at = tag.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos) break;
        const std::size_t equals = tag.find('=', at);
        if (equals == std::string_view::npos) break;
        const std::size_t open = tag.find_first_of("'\"", equals);
        if (open == std::string_view::npos) break;
        const std::size_t close = tag.find(tag[open], open + 1);
        if (close == std::string_view::npos) break;
        std::string_view key = tag.substr(at, equals - at);
        while (key.ends_with(' ')) key.remove_suffix(1);
        if (key == name) return tag.substr(open + 1, close - open - 1);
        at = close + 1;
    }
    return std::nullopt;
}

std::int64_t whole(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value > -9'000'000'000'000'000 && value < 9'000'000'000'000'000 ? value : 0;
}

double real(std::optional<std::string_view> text) {
    double value = std::numeric_limits<double>::quiet_NaN();
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

void append_code(std::string& text, unsigned code) {
    if (code < 0x80) {
        text.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        text.push_back(static_cast<char>(0xC0 | (code >> 6)));
        text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    } else if (code < 0x10000) {
        text.push_back(static_cast<char>(0xE0 | (code >> 12)));
        text.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    } else if (code < 0x110000) {
        text.push_back(static_cast<char>(0xF0 | (code >> 18)));
        text.push_back(static_cast<char>(0x80 | ((code >> 12) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    }
}

// Only XML's own five and numbers: no entity of a document type is looked up.
std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
        if (end == std::string_view::npos || end - at > 10) {
            result.push_back(text[at]);
            continue;
        }
        const std::string_view name = text.substr(at + 1, end - at - 1);
        if (name == "amp") result.push_back('&');
        if (name == "lt") result.push_back('<');
        if (name == "gt") result.push_back('>');
        if (name == "quot") result.push_back('"');
        if (name == "apos") result.push_back('\'');
        if (name.starts_with('#')) {
            const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
            const std::string_view digits = name.substr(hex ? 2 : 1);
            unsigned code = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
            append_code(result, code);
        }
        at = end;
    }
    return result;
}

// Calls `take` with what stands between each '<' and its '>', comments left out. How far it came:
// what is behind that is not whole.
template <class Take>
std::size_t for_each_element(std::string_view text, Take take) {
    std::size_t at = 0;
    while (true) {
        const std::size_t open = text.find('<', at);
        if (open == std::string_view::npos) return text.size();
        if (text.substr(open).starts_with("<!--")) {
            const std::size_t end = text.find("-->", open);
            if (end == std::string_view::npos) return open;
            at = end + 3;
            continue;
        }
        // A '>' may stand in an attribute.
        std::size_t close = open + 1;
        char quote = '\0';
        for (; close < text.size(); ++close) {
            const char c = text[close];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                break;
            }
        }
        if (close == text.size()) return open;
        take(text.substr(open + 1, close - open - 1));
        at = close + 1;
    }
}

bool is_called(std::string_view tag, std::string_view name) {
    return tag.starts_with(name) && (tag.size() == name.size() || tag[name.size()] == '/' ||
                                     static_cast<unsigned char>(tag[name.size()]) <= ' ');
}

}  // namespace

void OsmOrder::element(std::string_view tag) {
    if (is_called(tag, "osmChange")) odd_ = true;
    const int stage = is_called(tag, "node")       ? 1
                      : is_called(tag, "way")      ? 2
                      : is_called(tag, "relation") ? 3
                                                   : 0;
    if (stage == 0) return;
    const std::int64_t id = whole(attribute(tag, "id").value_or("0"));
    if (stage > stage_) {
        stage_ = stage;
        last_ = 0;
    }
    odd_ = odd_ || stage < stage_ || id <= last_ || attribute(tag, "action") == "delete" ||
           attribute(tag, "visible") == "false";
    last_ = id;
}

void OsmOrder::look(std::string_view piece) {
    if (odd_) return;
    rest_ += piece;
    const std::size_t seen = for_each_element(rest_, [&](std::string_view tag) { element(tag); });
    rest_.erase(0, seen);
    if (rest_.size() > longest_element + piece.size()) rest_.clear();
}

city::Result<EditedOsm> read_edited_osm(std::string_view text) {
    EditedOsm edited;
    OsmObjects& objects = edited.objects;
    OsmObjects::Tags* tags = nullptr;
    OsmObjects::Way* way = nullptr;
    OsmObjects::Relation* relation = nullptr;
    bool deleting = false;  // inside <delete> of a change file
    const auto begin = [&](std::string_view tag, auto& kind) -> decltype(&kind.begin()->second) {
        const std::int64_t id = whole(attribute(tag, "id").value_or("0"));
        tags = nullptr;
        way = nullptr;
        relation = nullptr;
        if (deleting || attribute(tag, "action") == "delete" ||
            attribute(tag, "visible") == "false") {
            ++edited.deleted;
            kind.erase(id);
            return nullptr;
        }
        kind[id] = {};
        return &kind[id];
    };
    for_each_element(text, [&](std::string_view tag) {
        if (tag.starts_with('/')) {
            if (tag == "/delete") deleting = false;
            if (tag == "/node" || tag == "/way" || tag == "/relation") {
                tags = nullptr;
                way = nullptr;
                relation = nullptr;
            }
        } else if (is_called(tag, "delete")) {
            deleting = !tag.ends_with('/');
        } else if (is_called(tag, "node")) {
            if (auto* node = begin(tag, objects.nodes)) {
                node->longitude_deg = real(attribute(tag, "lon"));
                node->latitude_deg = real(attribute(tag, "lat"));
                tags = &node->tags;
            }
        } else if (is_called(tag, "way")) {
            way = begin(tag, objects.ways);
            tags = way != nullptr ? &way->tags : nullptr;
        } else if (is_called(tag, "relation")) {
            relation = begin(tag, objects.relations);
            tags = relation != nullptr ? &relation->tags : nullptr;
        } else if (is_called(tag, "nd")) {
            if (way != nullptr) way->nodes.push_back(whole(attribute(tag, "ref").value_or("0")));
        } else if (is_called(tag, "member")) {
            const auto type = attribute(tag, "type");
            if (relation != nullptr && type && !type->empty())
                relation->members.push_back({type->front(),
                                             whole(attribute(tag, "ref").value_or("0")),
                                             unescaped(attribute(tag, "role").value_or(""))});
        } else if (is_called(tag, "tag") && tags != nullptr) {
            tags->emplace_back(unescaped(attribute(tag, "k").value_or("")),
                               unescaped(attribute(tag, "v").value_or("")));
        }
    });
    std::erase_if(objects.nodes, [](const auto& node) {
        return !(std::abs(node.second.longitude_deg) <= 180.0 &&
                 std::abs(node.second.latitude_deg) <= 90.0);
    });
    for (const auto& [id, object] : objects.ways) edited.never_uploaded += id < 0 ? 1 : 0;
    for (const auto& [id, object] : objects.relations) edited.never_uploaded += id < 0 ? 1 : 0;
    if (objects.ways.empty())
        return city::fail("there is no way (building or road) in this OSM file" +
                          (edited.deleted == 0 ? std::string()
                                               : ": " + std::to_string(edited.deleted) +
                                                     " objects in it are deleted ones"));
    return edited;
}

}  // namespace geo_io
