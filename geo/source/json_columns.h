#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace geo_io {

/// Takes a GeoJSON text in pieces and gives it on without the properties of its features that
/// nobody wants. All else, also what is no JSON, goes through as it is; texts of one feature a line
/// (GeoJSONSeq) too.
class JsonColumns {
  public:
    using Write = std::function<void(std::string_view)>;
    JsonColumns(std::set<std::string> wanted, Write write)
        : wanted_(std::move(wanted)), write_(std::move(write)) {}

    void take(std::string_view piece);

  private:
    void take_one(char c);
    void open(char bracket);
    void put(char c);
    bool in_properties() const { return !levels_.empty() && levels_.back() == properties; }

    // What the brackets that are open are, a letter each.
    static constexpr char root = 'r', features = 'f', feature = 'F', properties = 'p', other = 'o';

    std::set<std::string> wanted_;
    Write write_;
    std::string levels_, text_, out_;
    std::string member_;  ///< a property's name, as it stands there, until its colon
    bool in_text_ = false, escaped_ = false;
    enum class Member { name, kept, dropped } at_ = Member::name;
    bool first_kept_ = true;
};

}  // namespace geo_io
