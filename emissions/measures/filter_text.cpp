#include "emissions/measures/filter_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "emissions/measures/field_names.h"
#include "emissions/model/measure.h"

namespace emissions {

namespace {

struct Sign {
    std::string_view text;
    Comparison comparison;
};
constexpr std::array<Sign, 4> number_signs{{{"<=", Comparison::at_most},
                                            {">=", Comparison::at_least},
                                            {"<", Comparison::below},
                                            {">", Comparison::above}}};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool ends_word(char c) {
    return is_space(c) || c == ',' || c == '(' || c == ')' || c == '<' || c == '>' || c == '=' ||
           c == '!' || c == '"' || c == '\'';
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    city::Result<Filter> filter() {
        Filter filter;
        skip();
        while (at_ < text_.size()) {
            auto one = term();
            if (!one) return tl::unexpected(one.error());
            filter.terms.push_back(std::move(*one));
            skip();
            if (at_ == text_.size()) break;
            if (word() != "and") return wrong("expected 'and'");
            skip();
            if (at_ == text_.size()) return wrong("nothing follows 'and'");
        }
        return filter;
    }

  private:
    city::Result<FilterTerm> term() {
        const std::size_t start = at_;
        const std::string name = word();
        const auto field = field_of(name);
        if (!field) {
            at_ = start;
            return wrong("'" + name + "' is nothing to filter by; there is " + all_field_names());
        }
        FilterTerm term;
        term.field = *field;
        skip();
        if (is_number(*field)) return number(std::move(term));
        return words(std::move(term));
    }

    city::Result<FilterTerm> number(FilterTerm term) {
        for (const Sign& sign : number_signs) {
            if (text_.substr(at_, sign.text.size()) != sign.text) continue;
            at_ += sign.text.size();
            skip();
            term.comparison = sign.comparison;
            const auto parsed =
                std::from_chars(text_.data() + at_, text_.data() + text_.size(), term.number);
            if (parsed.ec != std::errc{} || !std::isfinite(term.number))
                return wrong("expected a number");
            at_ = static_cast<std::size_t>(parsed.ptr - text_.data());
            return term;
        }
        return wrong("expected <, <=, > or >= after " + std::string(name_of(term.field)));
    }

    city::Result<FilterTerm> words(FilterTerm term) {
        bool list = true;
        if (take("!=")) {
            term.comparison = Comparison::is_not_in;
            list = false;
        } else if (take("=")) {
            list = false;
        } else {
            std::string next = word();
            if (next == "not") {
                term.comparison = Comparison::is_not_in;
                skip();
                next = word();
            }
            if (next != "in")
                return wrong("expected '=', '!=', 'in (...)' or 'not in (...)' after " +
                             std::string(name_of(term.field)));
            skip();
            if (!take("(")) return wrong("expected '(' after 'in'");
        }
        do {
            skip();
            auto one = name();
            if (!one) return tl::unexpected(one.error());
            if (const auto fault = unknown_name(term.field, *one)) return wrong(*fault);
            term.names.push_back(std::move(*one));
            skip();
        } while (list && take(","));
        if (list && !take(")")) return wrong("expected ',' or ')'");
        return term;
    }

    city::Result<std::string> name() {
        const char quote = at_ < text_.size() ? text_[at_] : ' ';
        if (quote != '"' && quote != '\'') {
            std::string plain = word();
            if (plain.empty()) return wrong("expected a name");
            return plain;
        }
        std::string inside;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != quote) {
                inside += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == quote) {
                inside += text_[at_++];
            } else {
                ++at_;
                return inside;
            }
        }
        return wrong("a quote is not closed");
    }

    std::string word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }
    void skip() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    bool take(std::string_view what) {
        if (text_.substr(at_, what.size()) != what) return false;
        at_ += what.size();
        return true;
    }
    tl::unexpected<city::Error> wrong(const std::string& what) const {
        return city::fail("filter: " + what + ", at character " + std::to_string(at_ + 1));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string quoted(const std::string& name) {
    const bool plain = !name.empty() && std::none_of(name.begin(), name.end(), ends_word);
    if (plain) return name;
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"') text += c;
        text += c;
    }
    return text + "\"";
}

// As short as reads back to the same number.
std::string number_text(double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return std::string(digits.data(), end);
}

std::string term_text(const FilterTerm& term) {
    std::string text(name_of(term.field));
    for (const Sign& sign : number_signs)
        if (term.comparison == sign.comparison)
            return text + " " + std::string(sign.text) + " " + number_text(term.number);
    const bool positive = term.comparison == Comparison::is_in;
    if (term.names.size() == 1) return text + (positive ? " = " : " != ") + quoted(term.names[0]);
    text += positive ? " in (" : " not in (";
    for (std::size_t k = 0; k < term.names.size(); ++k)
        text += (k > 0 ? ", " : "") + quoted(term.names[k]);
    return text + ")";
}

}  // namespace

city::Result<Filter> read_filter(std::string_view text) {
    return Reader(text).filter();
}

std::string filter_text(const Filter& filter) {
    std::string text;
    for (const FilterTerm& term : filter.terms)
        text += (text.empty() ? "" : " and ") + term_text(term);
    return text;
}

}  // namespace emissions
