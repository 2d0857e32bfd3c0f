#include "geo/source/json_columns.h"

namespace geo_io {

void JsonColumns::take(std::string_view piece) {
    for (const char c : piece) take_one(c);
    write_(out_);
    out_.clear();
}

// Of a property only what is kept is written; its name is held back until it is known.
void JsonColumns::put(char c) {
    if (levels_.find(properties) == std::string::npos || at_ == Member::kept)
        out_ += c;
    else if (at_ == Member::name)
        member_ += c;
}

void JsonColumns::open(char bracket) {
    const char above = levels_.empty() ? '\0' : levels_.back();
    char level = other;
    if (bracket == '{' && above == '\0')
        level = root;
    else if (bracket == '{' && above == features)
        level = feature;
    else if (bracket == '[' && above == root && text_ == "features")
        level = features;
    else if (bracket == '{' && (above == root || above == feature) && text_ == "properties")
        level = properties;
    put(bracket);
    levels_ += level;
    if (level != properties) return;
    at_ = Member::name;
    member_.clear();
    first_kept_ = true;
}

void JsonColumns::take_one(char c) {
    if (in_text_) {
        put(c);
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == '"') {
            in_text_ = false;
            return;
        }
        text_ += c;
        return;
    }
    switch (c) {
        case '"':
            in_text_ = true;
            text_.clear();
            put(c);
            return;
        case '{':
        case '[':
            open(c);
            return;
        case '}':
        case ']':
            if (in_properties()) {
                levels_.pop_back();
                at_ = Member::name;
                out_ += c;
            } else {
                if (!levels_.empty()) levels_.pop_back();
                put(c);
            }
            return;
        case ':':
            if (in_properties() && at_ == Member::name) {
                // One that is spelled with escapes is read by others: it stays.
                const bool keep = text_.find('\\') != std::string::npos || wanted_.count(text_) > 0;
                at_ = keep ? Member::kept : Member::dropped;
                if (keep) {
                    if (!first_kept_) out_ += ',';
                    first_kept_ = false;
                    out_ += member_;
                }
                member_.clear();
            }
            put(c);
            return;
        case ',':
            if (in_properties())
                at_ = Member::name;
            else
                put(c);
            return;
        default:
            put(c);
    }
}

}  // namespace geo_io
