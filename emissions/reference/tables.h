#pragma once

#include "emissions/reference/library.h"
#include "emissions/reference/record_table.h"
#include "emissions/reference/schedule_table.h"
#include "emissions/reference/table.h"

namespace emissions::reference {

/// assets/reference, file by file.
struct Library::Tables {
    RecordTable catalogue;  ///< measures: see measures/catalogue.h
    Table archetypes;       ///< loads, set points, masses by use and construction period
    Table climates;         ///< degree days of stations
    Table envelopes;        ///< U-values and glazing by climate zone and construction period
    Table eras;   ///< heating, cooling and lighting by construction period, relative to the stock
    Table fuels;  ///< kg per kWh of each carrier burnt
    Table grid;   ///< kg per kWh of electricity by region and year, loss share
    Table gwp;
    Table intensities;        ///< kWh per m2 by use, supply and end use
    Table measures;           ///< electric vehicles as they are today
    Table normals;            ///< monthly means of weather
    Table pv;                 ///< specific yield
    Table roads;              ///< g per km by speed, traffic by class
    ScheduleTable schedules;  ///< shares of the load by hour
    Table systems;            ///< efficiencies
    Table traffic_hours;      ///< shares of the day by hour
    Table trips;              ///< trip ends by use, lane capacities
    Table uncertainty;        ///< spread of parameters
    Table zones;              ///< Chinese thermal zones
};

}  // namespace emissions::reference
