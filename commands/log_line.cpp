#include "commands/log_line.h"

#include <spdlog/pattern_formatter.h>

#include <string>
#include <string_view>

#include "geo/files/utf8_text.h"
#include "geo/source/passwords.h"

namespace commands {

namespace {

class HarmlessText final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& message, const std::tm&,
                spdlog::memory_buf_t& line) override {
        const std::string_view said(message.payload.data(), message.payload.size());
        const std::string text = files::one_line(geo_io::without_passwords(std::string(said)));
        line.append(text.data(), text.data() + text.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override {
        return std::make_unique<HarmlessText>();
    }
};

}  // namespace

std::unique_ptr<spdlog::formatter> log_line() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<HarmlessText>('*').set_pattern("%^%l%$: %*");
    return formatter;
}

}  // namespace commands
