#include "emissions/measures/packages.h"

#include <algorithm>

namespace emissions {

namespace {

void add(ThermalPackage& package, const MeasureRow& measure) {
    package.measures.push_back(measure.id);
    package.changes.insert(package.changes.end(), measure.changes.begin(), measure.changes.end());
}

bool contains(std::span<const std::string> names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<ThermalPackage> thermal_packages(const std::vector<MeasureRow>& measures) {
    std::vector<ThermalPackage> packages(1);
    ThermalPackage all;
    for (const MeasureRow& measure : measures) {
        if (measure.target != Target::envelope) continue;
        add(packages.emplace_back(), measure);
        add(all, measure);
    }
    if (all.measures.size() > 1) packages.push_back(std::move(all));
    return packages;
}

FoundPackage package_of(std::span<const ThermalPackage> packages,
                        std::span<const std::string> measures) {
    FoundPackage best;
    std::size_t best_too_many = 0, best_apart = measures.size();
    for (std::size_t row = 0; row < packages.size(); ++row) {
        std::size_t common = 0;
        for (const std::string& one : packages[row].measures) common += contains(measures, one);
        const std::size_t too_many = packages[row].measures.size() - common;
        const std::size_t apart = too_many + measures.size() - common;
        if (apart > best_apart || (apart == best_apart && too_many >= best_too_many)) continue;
        best.row = row;
        best_apart = apart;
        best_too_many = too_many;
    }
    best.exact = best_apart == 0;
    return best;
}

}  // namespace emissions
