#include "geo/city/usual_road.h"

namespace city {

UsualRoad usual_road(RoadClass road_class, std::string_view country) {
    const bool china = country == "CN";
    switch (road_class) {
        case RoadClass::motorway:
            return china ? UsualRoad{6, 100} : UsualRoad{8, 105};
        case RoadClass::trunk:
            return china ? UsualRoad{8, 70} : UsualRoad{6, 80};
        case RoadClass::primary:
            return china ? UsualRoad{6, 55} : UsualRoad{4, 56};
        case RoadClass::secondary:
            return china ? UsualRoad{4, 45} : UsualRoad{4, 48};
        case RoadClass::tertiary:
            return china ? UsualRoad{4, 40} : UsualRoad{2, 40};
        case RoadClass::service:
            return {2, 15};
        case RoadClass::path:
            return {1, 5};
        case RoadClass::rail:
            return {2, 60};
        default:
            return china ? UsualRoad{2, 25} : UsualRoad{2, 30};
    }
}

}  // namespace city
