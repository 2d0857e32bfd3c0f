#pragma once
// Reads XML as strictly as a browser does, as far as our own files go: a declaration, elements,
// attributes in double quotes, text, the five named entities. Anything else fails the test.
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace test {

struct XmlElement {
    std::string name, text;  ///< text: directly in it, decoded
    std::map<std::string, std::string> attributes;
    std::vector<std::string> path;  ///< names of what it lies in, outermost first
};

inline std::string decoded_xml(const std::string& raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '<' || raw[i] == '>') FAIL("a bare angle in: " << raw);
        const auto byte = static_cast<unsigned char>(raw[i]);
        if (byte < 0x20 && raw[i] != '\n') FAIL("a control character");
        if (raw[i] != '&') {
            text += raw[i];
            continue;
        }
        const std::size_t end = raw.find(';', i);
        if (end == std::string::npos) FAIL("an open entity in: " << raw);
        static const std::map<std::string, char> entities{
            {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
        const auto found = entities.find(raw.substr(i + 1, end - i - 1));
        if (found == entities.end()) FAIL("an unknown entity in: " << raw);
        text += found->second;
        i = end;
    }
    return text;
}

inline std::vector<XmlElement> xml_elements(const std::string& file) {
    static const std::regex tag_form(
        R"re((/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*="[^"<]*")*)\s*(/?))re"),
        attribute_form(R"re(([A-Za-z][A-Za-z0-9:-]*)="([^"]*)")re");
    std::vector<XmlElement> elements;
    std::vector<std::size_t> open;
    std::size_t at = 0, roots = 0;
    const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    REQUIRE(file.substr(0, declaration.size()) == declaration);
    at = declaration.size();
    while (at < file.size()) {
        const std::size_t next = file.find('<', at);
        const std::string between = file.substr(at, next - at);
        if (open.empty())
            REQUIRE(between.find_first_not_of("\n") == std::string::npos);
        else
            elements[open.back()].text += decoded_xml(between);
        if (next == std::string::npos) break;
        const std::size_t end = file.find('>', next);
        REQUIRE(end != std::string::npos);
        const std::string tag = file.substr(next + 1, end - next - 1);
        std::smatch match;
        INFO("<" << tag << ">");
        REQUIRE(std::regex_match(tag, match, tag_form));
        at = end + 1;
        if (match[1].length() > 0) {
            REQUIRE_FALSE(open.empty());
            REQUIRE(elements[open.back()].name == match[2]);
            open.pop_back();
            continue;
        }
        XmlElement element{match[2], "", {}, {}};
        for (const std::size_t one : open) element.path.push_back(elements[one].name);
        const std::string attributes = match[3];
        for (std::sregex_iterator one(attributes.begin(), attributes.end(), attribute_form), last;
             one != last; ++one)
            REQUIRE(element.attributes.emplace((*one)[1], decoded_xml((*one)[2])).second);
        roots += open.empty() ? 1 : 0;
        elements.push_back(std::move(element));
        if (match[4].length() == 0) open.push_back(elements.size() - 1);
    }
    REQUIRE(open.empty());
    REQUIRE(roots == 1);
    return elements;
}

}  // namespace test
