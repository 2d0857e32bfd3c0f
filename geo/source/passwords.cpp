#include "geo/source/passwords.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

namespace geo_io {

namespace {

// Keys whose value nobody else may see: libpq (33.1.2), GDAL's MySQL and MSSQL drivers, ODBC, and
// the query strings of AWS, Azure, Google, ArcGIS and of OGC services.
constexpr std::array<std::string_view, 26> secret_keys{"password",
                                                       "passwd",
                                                       "pwd",
                                                       "pass",
                                                       "passphrase",
                                                       "sslpassword",
                                                       "userpwd",
                                                       "token",
                                                       "access_token",
                                                       "accesstoken",
                                                       "refresh_token",
                                                       "api_token",
                                                       "x-amz-security-token",
                                                       "apikey",
                                                       "api_key",
                                                       "api-key",
                                                       "appkey",
                                                       "subscription-key",
                                                       "awsaccesskeyid",
                                                       "secret",
                                                       "client_secret",
                                                       "secret_key",
                                                       "signature",
                                                       "x-amz-signature",
                                                       "x-goog-signature",
                                                       "x-amz-credential"};
// In the name of a source, but not in any text: Tianditu, Amap and Baidu call theirs tk, key, ak.
constexpr std::array<std::string_view, 8> secret_in_names{"key", "ak",   "sk",   "tk",
                                                          "sig", "auth", "code", "jwt"};

// Bytes [first, end) of a text.
using Piece = std::pair<std::size_t, std::size_t>;

bool is_key_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

bool same_key(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

// Where the value that begins at `at` ends: behind its quotes, or before one of `ends`.
Piece value_at(std::string_view text, std::size_t at, std::string_view ends) {
    for (const auto& [open, close] :
         {std::pair('\'', '\''), std::pair('"', '"'), std::pair('{', '}')}) {
        if (at >= text.size() || text[at] != open) continue;
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != close) end += text[end] == '\\' ? 2 : 1;
        return {at + 1, std::min(end, text.size())};
    }
    return {at, std::min(text.find_first_of(ends, at), text.size())};
}

// key=value, key = value.
std::vector<Piece> values_of_keys(std::string_view text, std::string_view ends, bool is_name) {
    std::vector<Piece> found;
    for (std::size_t equals = text.find('='); equals != std::string_view::npos;
         equals = text.find('=', equals + 1)) {
        std::size_t key_end = equals;
        while (key_end > 0 && text[key_end - 1] == ' ') --key_end;
        std::size_t key_first = key_end;
        while (key_first > 0 && is_key_letter(text[key_first - 1])) --key_first;
        const std::string_view key = text.substr(key_first, key_end - key_first);
        const auto is_key = [&](std::string_view secret) { return same_key(key, secret); };
        if (!std::any_of(secret_keys.begin(), secret_keys.end(), is_key) &&
            !(is_name && std::any_of(secret_in_names.begin(), secret_in_names.end(), is_key)))
            continue;
        std::size_t at = equals + 1;
        while (at < text.size() && text[at] == ' ') ++at;
        const Piece value = value_at(text, at, ends);
        if (value.second > value.first) found.push_back(value);
    }
    return found;
}

// ://user:password@host. An '@' or a '/' in the password itself is a slip that is seen.
std::vector<Piece> passwords_of_addresses(std::string_view text) {
    std::vector<Piece> found;
    for (std::size_t at = text.find("://"); at != std::string_view::npos;
         at = text.find("://", at + 3)) {
        const std::size_t first = at + 3;
        const std::string_view rest = text.substr(
            first, std::min(text.find_first_of(" \t\n\"'<>", first), text.size()) - first);
        const std::size_t end = rest.rfind('@', rest.find_first_of("?#"));
        if (end == std::string_view::npos) continue;
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos || colon > end) {
            constexpr std::size_t long_as_a_token = 20;  // a name is shorter
            if (end >= long_as_a_token && rest.find('/') > end)
                found.emplace_back(first, first + end);
            continue;
        }
        const std::size_t slash = rest.find('/');
        const bool is_port = slash < end && slash > colon + 1 &&
                             std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(colon) + 1,
                                         rest.begin() + static_cast<std::ptrdiff_t>(slash),
                                         [](char c) { return c >= '0' && c <= '9'; });
        if (slash < colon || is_port || end == colon + 1) continue;
        found.emplace_back(first + colon + 1, first + end);
    }
    return found;
}

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto hex = [&](std::size_t k) {
            return at + k < text.size() &&
                   std::isxdigit(static_cast<unsigned char>(text[at + k])) != 0;
        };
        if (text[at] == '%' && hex(1) && hex(2)) {
            result +=
                static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

}  // namespace

std::vector<std::string> passwords_in(std::string_view name) {
    // What ends a value differs: a comma may be part of a password of PostgreSQL.
    const std::string_view scheme = name.substr(0, name.find(':') + 1);
    const std::string_view ends = same_key(scheme, "PG:") || same_key(scheme, "PGB:") ? " \t\n"
                                  : same_key(scheme, "MYSQL:")                        ? ","
                                  : same_key(scheme, "MSSQL:")                        ? ";"
                                                                                      : "&# \t\n";
    std::vector<Piece> pieces = values_of_keys(name, ends, true);
    for (const Piece& piece : passwords_of_addresses(name)) pieces.push_back(piece);
    if (same_key(scheme, "OCI:")) {  // OCI:user/password@database
        const std::size_t slash = name.find('/'), at = name.rfind('@');
        if (slash < at) pieces.emplace_back(slash + 1, std::min(at, name.size()));
    }
    std::vector<std::string> found;
    for (const auto& [first, end] : pieces) {
        const std::string secret(name.substr(first, end - first));
        // Shorter ones would tear holes into every text; what stands around them tells them.
        for (const std::string& one : {secret, decoded(secret)})
            if (one.size() >= 3 && std::find(found.begin(), found.end(), one) == found.end())
                found.push_back(one);
        // One with a blank that was not quoted is told word by word.
        if (same_key(scheme, "PG:") && end < name.size() && name[end] == ' ') {
            const std::string_view after = name.substr(end + 1);
            const std::string word(after.substr(0, after.find(' ')));
            if (word.size() >= 3 && word.find('=') == std::string::npos) found.push_back(word);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return found;
}

std::string without_passwords(std::string text) {
    if (text.find('=') == std::string::npos && text.find('@') == std::string::npos) return text;
    std::vector<Piece> pieces = values_of_keys(text, " \t\n&;,#\"'", false);
    for (const Piece& piece : passwords_of_addresses(text)) pieces.push_back(piece);
    std::sort(pieces.begin(), pieces.end());
    std::string hidden;
    std::size_t told = 0;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        std::size_t end = pieces[k].second;
        hidden.append(text, told, pieces[k].first - told);
        while (k + 1 < pieces.size() && pieces[k + 1].first <= end)
            end = std::max(end, pieces[++k].second);
        hidden += "***";
        told = end;
    }
    return hidden.append(text, told, std::string::npos);
}

}  // namespace geo_io
