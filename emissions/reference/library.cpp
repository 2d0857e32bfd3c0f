#include "emissions/reference/library.h"

#include "emissions/reference/tables.h"

namespace emissions::reference {

Library::Library(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

city::Result<Library> Library::load(Open open) {
    auto tables = std::make_unique<Tables>();
    struct Entry {
        const char* name;
        Table* table;
    };
    for (const Entry& entry :
         {Entry{"archetypes.csv", &tables->archetypes}, Entry{"climates.csv", &tables->climates},
          Entry{"envelopes.csv", &tables->envelopes}, Entry{"normals.csv", &tables->normals},
          Entry{"eras.csv", &tables->eras}, Entry{"fuels.csv", &tables->fuels},
          Entry{"grid.csv", &tables->grid}, Entry{"gwp.csv", &tables->gwp},
          Entry{"intensities.csv", &tables->intensities}, Entry{"measures.csv", &tables->measures},
          Entry{"pv.csv", &tables->pv}, Entry{"roads.csv", &tables->roads},
          Entry{"systems.csv", &tables->systems},
          Entry{"traffic_hours.csv", &tables->traffic_hours}, Entry{"trips.csv", &tables->trips},
          Entry{"uncertainty.csv", &tables->uncertainty}, Entry{"zones.csv", &tables->zones}}) {
        auto parsed = Table::parse(open(entry.name), entry.name);
        if (!parsed) return tl::unexpected(parsed.error());
        *entry.table = std::move(*parsed);
    }
    auto catalogue = RecordTable::parse(open("catalogue.csv"), "catalogue.csv");
    if (!catalogue) return tl::unexpected(catalogue.error());
    tables->catalogue = std::move(*catalogue);
    auto schedules = ScheduleTable::parse(open("schedules.csv"));
    if (!schedules) return tl::unexpected(schedules.error());
    tables->schedules = std::move(*schedules);
    return Library(std::move(tables));
}

}  // namespace emissions::reference
