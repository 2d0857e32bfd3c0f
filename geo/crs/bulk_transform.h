#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>

#include "geo/crs/crs_transform.h"

namespace crs {

/// A CrsTransform for millions of points: between WGS 84 degrees and a UTM zone, which is smooth,
/// PROJ is asked at 4 x 4 places of each 1/64 degree and what lies between follows the cubic
/// through them, to a hundred-millionth of a metre. Other pairs of systems, and squares where a
/// trial shows that a cubic does not do, go to PROJ point by point. Not shared between threads.
class BulkTransform {
  public:
    static city::Result<BulkTransform> create(const std::string& from, const std::string& to);

    /// In place. A point that cannot be transformed becomes infinite or NaN: callers test for it.
    void forward(std::span<city::MapPoint> points);

  private:
    using Pair [[gnu::vector_size(16)]] = double;  ///< x and y at once
    /// place = sum of terms[j][i] u^i v^j, with u and v from -1 to 1 across the square.
    struct Square {
        std::array<std::array<Pair, 4>, 4> terms;
        bool good;
    };
    BulkTransform(CrsTransform exact, bool smooth) : exact_(std::move(exact)), smooth_(smooth) {}
    const Square& square_at(std::int32_t column, std::int32_t row);
    Square fitted(std::int32_t column, std::int32_t row) const;

    CrsTransform exact_;
    bool smooth_;
    std::unordered_map<std::uint64_t, Square> squares_;
};

}  // namespace crs
