#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "geo/city/frames.h"
#include "geo/polygon/ring_edges.h"

namespace geo_io {

/// Rings cut wherever their edges meet: where they cross, where a vertex lies on an edge or on
/// another vertex as far as doubles can tell. Between those meeting places rings are chains that
/// are taken as they are; straight ones that lie on each other cancel in pairs, which is the
/// even-odd rule. Filled again and again, so that no polygon allocates.
class RingPieces {
  public:
    struct Piece {
        std::uint32_t from, to;  ///< meeting places, the smaller one first
        std::uint32_t first,
            inside;     ///< vertices of the chain between, following each other in their ring
        bool backward;  ///< ... from `to` to `from`
        bool operator<(const Piece& o) const {
            return std::tie(from, to, inside, first) < std::tie(o.from, o.to, o.inside, o.first);
        }
    };

    /// `edges` must outlive what is asked afterwards. False when they meet too often (crossings.h).
    bool cut(const RingEdges& edges);

    const std::vector<Piece>& pieces() const { return pieces_; }
    /// Those of the rings first, where edge e starts at vertex e; behind them the places where
    /// edges cross.
    const std::vector<city::MapPoint>& vertices() const { return vertices_; }
    bool is_lower(std::uint32_t v, std::uint32_t w) const {
        return vertices_[v].y != vertices_[w].y ? vertices_[v].y < vertices_[w].y
                                                : vertices_[v].x < vertices_[w].x;
    }
    /// The n-th vertex inside a piece, counted from its `from`.
    city::MapPoint inner(const Piece& piece, std::uint32_t n) const;
    /// Calls `visit(vertex)` for those inside a piece, in the order of their ring.
    template <class Visit>
    void each_inside(const Piece& piece, Visit visit) const {
        for (std::uint32_t k = 0, v = piece.first; k < piece.inside; ++k, v = edges_->next(v))
            visit(vertices_[v]);
    }

  private:
    struct Cut {
        std::uint32_t edge;
        double along;  // 0 at the start of the edge, 1 at its end
        std::uint32_t vertex;
    };

    bool find_cuts();
    bool meet(std::uint32_t e, std::uint32_t f);
    bool touch(std::uint32_t v, std::uint32_t e);
    bool merge_if_close(std::uint32_t v, std::uint32_t w);
    std::uint32_t representative(std::uint32_t v);
    void cut_ring(std::uint32_t lowest);
    void cancel_pairs();

    const RingEdges* edges_ = nullptr;
    std::vector<city::MapPoint> vertices_;
    std::vector<std::uint32_t> stands_for_;  // vertices that are one: chains to the first of them
    std::vector<Cut> cuts_;
    std::vector<std::uint8_t> meets_;  // per vertex: chains end there
    std::vector<Piece> pieces_;
};

}  // namespace geo_io
