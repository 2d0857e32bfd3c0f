#include "emissions/model/demand.h"

#include "geo/city/missing.h"

namespace emissions {

void BuildingDemand::resize(std::size_t count) {
    for (ThermalPackage& package : packages) {
        package.heating_kwh.assign(count, city::missing);
        package.cooling_kwh.assign(count, city::missing);
    }
    for (Column* column :
         {&hot_water_kwh, &lighting_kwh, &appliances_kwh, &cooking_electric_kwh, &cooking_fuel_kwh})
        column->assign(count, city::missing);
}

void BuildingSystems::resize(std::size_t count) {
    for (Column* column :
         {&heating_electric_share, &heating_district_share, &hot_water_electric_share})
        column->assign(count, 0.0f);
}

}  // namespace emissions
