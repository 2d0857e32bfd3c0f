#include "geo/source/table_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/source/read_bytes.h"
#include "geo/words/guess_encoding.h"

namespace geo_io {

namespace {

constexpr std::size_t looked_at = std::size_t{1} << 19, most_texts = 4000;

struct Spelling {
    std::string_view word, encoding;
};
// What .cpg files say, in lower case without blanks, '-' and '_': Esri's and QGIS's spellings.
constexpr std::array spellings{Spelling{"utf8", "UTF-8"},        Spelling{"65001", "UTF-8"},
                               Spelling{"936", "GB18030"},       Spelling{"cp936", "GB18030"},
                               Spelling{"ansi936", "GB18030"},   Spelling{"gbk", "GB18030"},
                               Spelling{"gb2312", "GB18030"},    Spelling{"gb18030", "GB18030"},
                               Spelling{"54936", "GB18030"},     Spelling{"oem936", "GB18030"},
                               Spelling{"euccn", "GB18030"},     Spelling{"950", "BIG5"},
                               Spelling{"cp950", "BIG5"},        Spelling{"ansi950", "BIG5"},
                               Spelling{"big5", "BIG5"},         Spelling{"oem950", "BIG5"},
                               Spelling{"932", "CP932"},         Spelling{"cp932", "CP932"},
                               Spelling{"ansi932", "CP932"},     Spelling{"shiftjis", "CP932"},
                               Spelling{"sjis", "CP932"},        Spelling{"oem932", "CP932"},
                               Spelling{"949", "CP949"},         Spelling{"cp949", "CP949"},
                               Spelling{"ansi949", "CP949"},     Spelling{"euckr", "CP949"},
                               Spelling{"ksc5601", "CP949"},     Spelling{"oem949", "CP949"},
                               Spelling{"uhc", "CP949"},         Spelling{"1252", "CP1252"},
                               Spelling{"cp1252", "CP1252"},     Spelling{"ansi1252", "CP1252"},
                               Spelling{"iso88591", "CP1252"},   Spelling{"88591", "CP1252"},
                               Spelling{"latin1", "CP1252"},     Spelling{"windows1252", "CP1252"},
                               Spelling{"windows936", "GB18030"}};

// The language byte of a .dbf (Esri's list, as in GDAL's shape2ogr).
std::string_view of_language_byte(unsigned char byte) {
    switch (byte) {
        case 0x4D:
        case 0x7A:
            return "GB18030";
        case 0x4E:
        case 0x79:
            return "CP949";
        case 0x4F:
        case 0x78:
            return "BIG5";
        case 0x13:
        case 0x7B:
            return "CP932";
        case 0x03:
        case 0x57:
        case 0x58:
        case 0x59:
            return "CP1252";
        default:
            return "";
    }
}

std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text.substr(0, 40))
        if (c > ' ' && c != '-' && c != '_')
            result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    return result;
}

std::string_view trimmed(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return text;
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// The names of all columns and the texts of the first rows.
std::vector<std::string> texts_of(std::string_view table) {
    struct Field {
        std::size_t at, length;
    };
    std::vector<std::string> texts;
    std::vector<Field> fields;
    if (table.size() < 33) return texts;
    const std::size_t header = number_at(table, 8, 2), record = number_at(table, 10, 2);
    std::size_t at_in_record = 1;
    for (std::size_t at = 32; at + 32 <= std::min(header, table.size()) && table[at] != '\r';
         at += 32) {
        texts.emplace_back(trimmed(table.substr(at, 11)));
        const std::size_t length = static_cast<unsigned char>(table[at + 16]);
        if (table[at + 11] == 'C') fields.push_back({at_in_record, length});
        at_in_record += length;
    }
    if (record == 0) return texts;
    for (std::size_t at = header; at + record <= table.size() && texts.size() < most_texts;
         at += record)
        for (const Field& field : fields)
            if (field.at + field.length <= record)
                texts.emplace_back(trimmed(table.substr(at + field.at, field.length)));
    return texts;
}

std::string neighbour(const std::string& shapefile, const char* small, const char* large,
                      std::size_t most_bytes) {
    const std::string stem = shapefile.substr(0, shapefile.rfind('.') + 1);
    bool whole = false;
    std::string bytes = head_of(stem + small, most_bytes, whole);
    return bytes.empty() ? head_of(stem + large, most_bytes, whole) : bytes;
}

}  // namespace

std::string table_encoding(const std::string& shapefile, const std::string& shown,
                           city::LoadReport& report) {
    const std::string table = neighbour(shapefile, "dbf", "DBF", looked_at);
    if (table.size() < 33) return {};
    const std::vector<std::string> texts = texts_of(table);
    const auto guess = guess_encoding(texts);
    if (!guess) return {};
    const std::string said(trimmed(neighbour(shapefile, "cpg", "CPG", 100)));
    std::string_view declared = of_language_byte(static_cast<unsigned char>(table[29]));
    if (!said.empty()) {
        const std::string word = plain(said);
        const auto found = std::find_if(spellings.begin(), spellings.end(),
                                        [&](const Spelling& s) { return s.word == word; });
        declared = found == spellings.end() ? std::string_view() : found->encoding;
    }
    if (declared == guess->encoding) return {};
    if (!declared.empty() && declared != "CP1252" && declared != "UTF-8") {
        // One of the large sets, and it fits: no guess is better than that.
        std::size_t fits = 0;
        for (const std::string& text : texts)
            fits += utf8_from(text, std::string(declared)) ? 1 : 0;
        if (fits * 20 >= texts.size() * 19) return {};
    }
    const std::string read_as = guess->language.empty() ? "UTF-8" : guess->language;
    report.add(city::ProblemKind::encoding_guessed,
               shown + ": its texts are read as " + read_as + "; " +
                   (!said.empty()      ? "its .cpg file says '" + said.substr(0, 20) + "'"
                    : declared.empty() ? "it does not say how they are written"
                                       : "its language byte says " + std::string(declared)) +
                   " (encoding = \"...\" in city.toml wins)");
    return guess->encoding;
}

}  // namespace geo_io
