#include "geo/io/building_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "geo/city/columns.h"
#include "geo/io/outline_finder.h"
#include "geo/io/part_bodies.h"
#include "geo/polygon/geos_repair.h"

namespace geo_io {

namespace {

using city::is_missing;
using city::ProblemKind;

// Assumed, to compare what only says storeys with what only says metres.
constexpr double usual_storey_m = 3.2;

class PartSettler {
  public:
    PartSettler(city::Buildings& b, std::vector<RowFacts>& facts, city::LoadReport& report)
        : b_(b), facts_(facts), report_(report), keep_(b.count(), 1) {}

    void run() {
        std::map<std::size_t, std::vector<std::size_t>> parts_of;
        const OutlineFinder finder(b_, facts_);
        for (std::size_t i = 0; i < b_.count(); ++i) {
            if (!facts_[i].is_part) continue;
            if (facts_[i].is_underground) {
                leave_out(i, "part '" + std::string(b_.id[i]) + "', below the ground");
                continue;
            }
            if (const std::size_t outline = finder.outline_of(i); outline != b_.count())
                parts_of[outline].push_back(i);
        }
        for (auto& [outline, parts] : parts_of) {
            // Whatever order they were read in.
            std::sort(parts.begin(), parts.end(), [&](std::size_t a, std::size_t c) {
                const auto key = [&](std::size_t row) {
                    return std::tuple(-b_.footprint_area_m2[row], facts_[row].place_hash,
                                      b_.id[row]);
                };
                return key(a) < key(c);
            });
            settle(outline, parts);
        }
        write_back();
    }

  private:
    double top_m(std::size_t row) const {
        if (!is_missing(b_.height_m[row])) return static_cast<double>(b_.height_m[row]);
        return static_cast<double>(b_.base_m[row]) +
               static_cast<double>(b_.storeys[row]) * usual_storey_m;
    }

    void leave_out(std::size_t row, const std::string& why) {
        keep_[row] = 0;
        report_.add(ProblemKind::geometry_overlapping_part, why);
    }

    void inherit(std::size_t outline, std::size_t part) {
        if (b_.use[part] == city::BuildingUse::unknown) b_.use[part] = b_.use[outline];
        if (is_missing(b_.construction_year[part]))
            b_.construction_year[part] = b_.construction_year[outline];
        if (b_.name[part].empty()) name_from_[part] = outline;
        if (!is_missing(b_.height_m[part]) || !is_missing(b_.storeys[part])) return;
        if (top_m(outline) <= static_cast<double>(b_.base_m[part])) return;
        const double share = 1.0 - static_cast<double>(b_.base_m[part]) / top_m(outline);
        b_.height_m[part] = b_.height_m[outline];
        b_.storeys[part] = static_cast<float>(
            std::max(1.0, std::round(static_cast<double>(b_.storeys[outline]) * share)));
        if (is_missing(b_.storeys[outline])) b_.storeys[part] = city::missing;
    }

    void settle(std::size_t outline, const std::vector<std::size_t>& parts) {
        if (std::none_of(parts.begin(), parts.end(), [&](std::size_t part) {
                return !is_missing(b_.height_m[part]) || !is_missing(b_.storeys[part]);
            })) {
            for (const std::size_t part : parts)
                leave_out(part,
                          "part '" + std::string(b_.id[part]) + "', covered by its whole building");
            return;
        }
        std::vector<Body> bodies;
        for (const std::size_t part : parts) {
            inherit(outline, part);
            bodies.push_back(body_of(part));
            // A part of unknown height in an outline of unknown height: one storey stands for it.
            if (std::isnan(bodies.back().high_m))
                bodies.back().high_m = bodies.back().low_m + usual_storey_m;
        }
        Body rest = body_of(outline);
        separate(bodies);
        take_from_outline(rest, bodies);
        for (std::size_t p = 0; p < parts.size(); ++p) settled(parts[p], bodies[p]);
        const std::string name = "building '" + std::string(b_.id[outline]) + "', ";
        if (rest.polygons.empty())
            leave_out(outline,
                      name + "its " + std::to_string(parts.size()) + " parts stand for it");
        else if (rest.changed_plan)
            settled(outline, rest);
        if (!rest.polygons.empty() && is_missing(b_.height_m[outline]) &&
            is_missing(b_.storeys[outline]) && std::isfinite(rest.high_m))
            b_.height_m[outline] = static_cast<float>(rest.high_m);
        share_floor_area(outline, parts);
    }

    Body body_of(std::size_t row) const {
        Body body;
        body.polygons = {rings_of(b_.footprints, row)};
        body.low_m = static_cast<double>(b_.base_m[row]);
        body.high_m = top_m(row);
        return body;
    }

    // What became of a row's body.
    void settled(std::size_t row, Body& body) {
        if (body.is_gone())
            return leave_out(row,
                             "part '" + std::string(b_.id[row]) + "', covered by what it lies in");
        const double low_m = static_cast<double>(b_.base_m[row]), high_m = top_m(row);
        if (body.low_m > low_m + 0.1) {
            b_.base_m[row] = static_cast<float>(body.low_m);
            if (!is_missing(b_.storeys[row]) && high_m > low_m)
                b_.storeys[row] = static_cast<float>(
                    std::max(1.0, std::round(static_cast<double>(b_.storeys[row]) *
                                             (high_m - body.low_m) / (high_m - low_m))));
            if (is_missing(b_.height_m[row])) b_.height_m[row] = static_cast<float>(high_m);
        }
        if (body.changed_plan) plan_of_[row] = std::move(body.polygons);
    }

    // A floor area that the outline states is that of all that stands on it.
    void share_floor_area(std::size_t outline, const std::vector<std::size_t>& parts) {
        const float stated_m2 = b_.floor_area_m2[outline];
        if (is_missing(stated_m2)) return;
        std::vector<std::size_t> rows = parts;
        rows.push_back(outline);
        std::erase_if(rows, [&](std::size_t row) {
            return keep_[row] == 0 || (row != outline && !is_missing(b_.floor_area_m2[row]));
        });
        const auto room = [&](std::size_t row) {
            return plan_area_m2(row) *
                   std::max(1.0, top_m(row) - static_cast<double>(b_.base_m[row]));
        };
        double all = 0.0;
        for (const std::size_t row : rows) all += room(row);
        if (!(all > 0.0)) return;
        for (const std::size_t row : rows)
            b_.floor_area_m2[row] =
                static_cast<float>(static_cast<double>(stated_m2) * room(row) / all);
    }

    double plan_area_m2(std::size_t row) const {
        const auto plan = plan_of_.find(row);
        if (plan == plan_of_.end()) return static_cast<double>(b_.footprint_area_m2[row]);
        double sum = 0.0;
        for (const RingSet& rings : plan->second) sum += area_m2(rings);
        return sum;
    }

    void write_back();

    city::Buildings& b_;
    std::vector<RowFacts>& facts_;
    city::LoadReport& report_;
    std::vector<std::uint8_t> keep_;
    std::map<std::size_t, std::vector<RingSet>> plan_of_;  // rows whose plan changed
    std::map<std::size_t, std::size_t> name_from_;         // part -> outline
};

// A row whose plan fell into pieces is followed at the end by a row a piece.
void PartSettler::write_back() {
    std::vector<std::pair<std::size_t, const RingSet*>> pieces;
    city::Rings outlines;
    const auto add = [&](const RingSet& rings) {
        for (const auto& ring : rings) outlines.add_ring(ring);
        outlines.end_polygon();
    };
    const std::size_t rows = b_.count();
    std::vector<double> share(rows, 1.0);
    for (std::size_t i = 0; i < rows && !plan_of_.empty(); ++i) {
        const auto plan = plan_of_.find(i);
        if (plan == plan_of_.end()) {
            add(rings_of(b_.footprints, i));
            continue;
        }
        const double whole_m2 = plan_area_m2(i);
        add(plan->second[0]);
        for (std::size_t k = 1; k < plan->second.size(); ++k)
            pieces.emplace_back(i, &plan->second[k]);
        b_.footprint_area_m2[i] = static_cast<float>(area_m2(plan->second[0]));
        share[i] = area_m2(plan->second[0]) / whole_m2;
    }
    if (!name_from_.empty()) {
        city::TextColumn names;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto from = name_from_.find(i);
            names.push_back(b_.name[from == name_from_.end() ? i : from->second]);
        }
        b_.name = std::move(names);
    }
    if (!plan_of_.empty()) b_.footprints = std::move(outlines);
    for (const auto& [row, rings] : pieces) {
        city::Buildings one;
        const double m2 = area_m2(*rings);
        one.id.push_back(b_.id[row]);
        one.name.push_back(b_.name[row]);
        for (const auto& ring : *rings) one.footprints.add_ring(ring);
        one.footprints.end_polygon();
        one.height_m = {b_.height_m[row]};
        one.base_m = {b_.base_m[row]};
        one.storeys = {b_.storeys[row]};
        one.construction_year = {b_.construction_year[row]};
        one.footprint_area_m2 = {static_cast<float>(m2)};
        one.floor_area_m2 = {static_cast<float>(static_cast<double>(b_.floor_area_m2[row]) * m2 /
                                                plan_area_m2(row))};
        one.use = {b_.use[row]};
        one.assumed = {b_.assumed[row]};
        std::apply([&](auto... column) { (city::append_rows(b_.*column, one.*column), ...); },
                   city::building_columns);
        facts_.push_back(facts_[row]);
        keep_.push_back(keep_[row]);
        ++report_.buildings.found;
        ++report_.buildings.loaded;
    }
    for (std::size_t i = 0; i < rows; ++i)
        if (share[i] < 1.0) b_.floor_area_m2[i] *= static_cast<float>(share[i]);
    const auto gone = static_cast<std::uint64_t>(std::count(keep_.begin(), keep_.end(), 0));
    report_.buildings.loaded -= gone;
    report_.buildings.left_out += gone;
    city::keep_rows_of(b_, city::building_columns, keep_);
    city::keep_rows(facts_, keep_);
}

}  // namespace

void settle_parts(city::Buildings& buildings, std::vector<RowFacts>& facts,
                  city::LoadReport& report) {
    if (std::none_of(facts.begin(), facts.end(), [](const RowFacts& row) { return row.is_part; }))
        return;
    PartSettler(buildings, facts, report).run();
}

}  // namespace geo_io
