// Chinese, Korean and Japanese names of columns. From the Korean building register (건축물대장),
// the Japanese PLATEAU and land-survey data, and exports of Chinese cadastres and web maps.
#include <array>

#include "geo/words/column_rules.h"

namespace geo_io {

namespace {

struct Piece {
    ColumnRole role;
    std::string_view word;
};

// The first one that a name holds is its role: longer ones before those that they hold.
constexpr std::array<Piece, 101> pieces{{
    {ColumnRole::min_storey, "起始层"},
    {ColumnRole::floor_area_m2, "총연면적"},
    {ColumnRole::floor_area_m2, "연면적"},
    {ColumnRole::floor_area_m2, "延床面積"},
    {ColumnRole::floor_area_m2, "延べ床面積"},
    {ColumnRole::floor_area_m2, "延べ面積"},
    {ColumnRole::floor_area_m2, "延面積"},
    {ColumnRole::floor_area_m2, "建筑面积"},
    {ColumnRole::floor_area_m2, "總樓地板面積"},
    {ColumnRole::floor_area_m2, "樓地板面積"},
    {ColumnRole::storeys, "지상층수"},
    {ColumnRole::storeys, "지상층"},
    {ColumnRole::storeys, "층수"},
    {ColumnRole::storeys, "地上階数"},
    {ColumnRole::storeys, "地上階"},
    {ColumnRole::storeys, "階数"},
    {ColumnRole::storeys, "階層"},
    {ColumnRole::storeys, "地上层数"},
    {ColumnRole::storeys, "层数"},
    {ColumnRole::storeys, "楼层"},
    {ColumnRole::storeys, "樓層"},
    {ColumnRole::storeys, "層數"},
    {ColumnRole::year, "사용승인"},
    {ColumnRole::year, "건축년도"},
    {ColumnRole::year, "건축연도"},
    {ColumnRole::year, "준공"},
    {ColumnRole::year, "建築年"},
    {ColumnRole::year, "建設年"},
    {ColumnRole::year, "竣工年"},
    {ColumnRole::year, "竣工日"},
    {ColumnRole::year, "竣工时间"},
    {ColumnRole::year, "建成年"},
    {ColumnRole::year, "建成时间"},
    {ColumnRole::year, "建造年"},
    {ColumnRole::year, "建造时间"},
    {ColumnRole::year, "建筑年"},
    {ColumnRole::year, "建成日期"},
    {ColumnRole::year, "築年"},
    {ColumnRole::year, "年代"},
    {ColumnRole::height_m, "높이"},
    {ColumnRole::height_m, "高さ"},
    {ColumnRole::height_m, "计测高"},
    {ColumnRole::height_m, "計測高"},
    {ColumnRole::height_m, "高度"},
    {ColumnRole::height_m, "楼高"},
    {ColumnRole::height_m, "樓高"},
    {ColumnRole::height_m, "总高"},
    {ColumnRole::use, "주용도"},
    {ColumnRole::use, "용도"},
    {ColumnRole::use, "用途"},
    {ColumnRole::use, "建筑类型"},
    {ColumnRole::use, "建筑性质"},
    {ColumnRole::use, "建筑功能"},
    {ColumnRole::use, "使用性质"},
    {ColumnRole::use, "使用功能"},
    {ColumnRole::use, "用地性质"},
    {ColumnRole::use, "房屋类型"},
    {ColumnRole::road_class, "도로등급"},
    {ColumnRole::road_class, "도로구분"},
    {ColumnRole::road_class, "도로종류"},
    {ColumnRole::road_class, "道路種別"},
    {ColumnRole::road_class, "道路种别"},
    {ColumnRole::road_class, "道路等级"},
    {ColumnRole::road_class, "道路類型"},
    {ColumnRole::road_class, "道路类型"},
    {ColumnRole::road_class, "道路类别"},
    {ColumnRole::road_class, "道路级别"},
    {ColumnRole::road_class, "公路等级"},
    {ColumnRole::road_class, "技术等级"},
    {ColumnRole::road_class, "行政等级"},
    {ColumnRole::lanes, "차로수"},
    {ColumnRole::lanes, "차선수"},
    {ColumnRole::lanes, "車線数"},
    {ColumnRole::lanes, "车道"},
    {ColumnRole::speed_kmh, "제한속도"},
    {ColumnRole::speed_kmh, "最高速度"},
    {ColumnRole::speed_kmh, "制限速度"},
    {ColumnRole::speed_kmh, "限速"},
    {ColumnRole::one_way, "일방통행"},
    {ColumnRole::one_way, "一方通行"},
    {ColumnRole::one_way, "单行"},
    {ColumnRole::aadt, "교통량"},
    {ColumnRole::aadt, "交通量"},
    {ColumnRole::aadt, "车流量"},
    {ColumnRole::floor_area_m2, "总建面"},
    {ColumnRole::year, "사용승"},
    {ColumnRole::use, "用地代码"},
    {ColumnRole::use, "用地编码"},
    {ColumnRole::use, "用地类型"},
    {ColumnRole::use, "用地类别"},
    {ColumnRole::use, "规划用地"},
    {ColumnRole::use, "地类名称"},
    {ColumnRole::use, "地类编码"},
    {ColumnRole::use, "土地用途"},
    {ColumnRole::name, "路名"},
    {ColumnRole::name, "街道名"},
    {ColumnRole::name, "건물명"},
    {ColumnRole::name, "도로명"},
    {ColumnRole::name, "建物名"},
    {ColumnRole::name, "道路名"},
    {ColumnRole::name, "建筑名"},
}};

// Below ground, of the ground itself, of one storey, of a zone, of an apartment.
constexpr std::array<std::string_view, 30> against{
    "지하",   "해발",     "최저", "층고", "기준", "지구",   "주소", "대지", "地下",     "海拔",
    "地面高", "标高",     "標高", "最低", "最小", "层高",   "階高", "基底", "所在层",   "所在楼层",
    "檐",     "用途地域", "地域", "변경", "容積", "道路高", "精度", "主键", "用途地区", "限高"};

}  // namespace

std::optional<ColumnRole> role_of_east_asian_name(std::string_view name) {
    bool foreign = false;
    for (const char c : name) foreign = foreign || static_cast<unsigned char>(c) >= 0xE3;
    if (!foreign) return std::nullopt;
    for (const std::string_view word : against)
        if (name.find(word) != std::string_view::npos) return std::nullopt;
    for (const Piece& piece : pieces)
        if (name.find(piece.word) != std::string_view::npos) return piece.role;
    return std::nullopt;
}

}  // namespace geo_io
