#include "viewer/layers/load_curve_model.h"

#include <fmt/format.h>

#include <cmath>

#include "study/day_chart.h"
#include "viewer/layers/play_time.h"

namespace viewer {

charts::LoadCurveModel load_curve_model(const HourLayer& layer, std::size_t city,
                                        const SunTime& time, const text::Messages& text) {
    const study::CityHours& hours = layer.curve(city);
    const study::DayChoice day{
        layer.layer().quantity, layer.per(), time.month,
        time.weekend ? emissions::DayKind::weekend : emissions::DayKind::weekday};
    charts::LoadCurveModel model = study::day_chart(hours, day, layer.curve_top(city), text);
    const SlotMix moment = slot_mix(time);
    const float from = hours.total(moment.from),
                total = from + (hours.total(moment.to) - from) * moment.share;
    const int minutes = static_cast<int>(std::lround(time.hour * 60.0f)) % 1440;
    model.now = {time.hour, total,
                 fmt::format("{:02d}:{:02d}   {}", minutes / 60, minutes % 60,
                             study::day_value_text(day, static_cast<double>(total)))};
    return model;
}

}  // namespace viewer
