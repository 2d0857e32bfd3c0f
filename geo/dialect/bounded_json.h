#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "geo/city/result.h"

namespace geo_io {

/// A JSON text, parsed whole: an Error with the line where it is none, or where it is nested deeper
/// than `most_depth`, which is looked at first. About ten times the text's size in memory.
city::Result<nlohmann::json> parse_json(std::string_view text, int most_depth = 64);

/// "" for JSON, else what is wrong with it and in which line; never holds the values in memory.
std::string json_fault(std::string_view text, int most_depth = 64);

/// A member of an object as a number; NaN where it is not there or none.
double number_at(const nlohmann::json& object, const char* key);
/// The same as a text: "" where it is not there; numbers in their shortest form.
std::string text_at(const nlohmann::json& object, const char* key);
/// A value as a text: "" for lists, objects and null.
std::string text_of(const nlohmann::json& value);

}  // namespace geo_io
