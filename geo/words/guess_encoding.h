#pragma once

#include <optional>
#include <string>
#include <vector>

namespace geo_io {

/// How texts of one file are written, none of which says so.
struct EncodingGuess {
    std::string encoding;  ///< for iconv: "UTF-8", "GB18030", "BIG5", "CP932", "CP949", "CP1252"
    std::string language;  ///< for a person; "" for UTF-8
};

/// From all texts together, as bytes: the encoding that all of them are valid in and in which most
/// of their letters are usual ones of its language. Western texts, whose bytes above 127 stand
/// alone among letters, are CP1252. Nothing when all are ASCII or no encoding makes sense.
std::optional<EncodingGuess> guess_encoding(const std::vector<std::string>& texts);

/// `bytes` in `encoding` as UTF-8; nothing when they are not valid in it.
std::optional<std::string> utf8_from(const std::string& bytes, const std::string& encoding);

}  // namespace geo_io
