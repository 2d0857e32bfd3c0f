#include "geo/polygon/ring_pieces.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/polygon/crossings.h"

namespace geo_io {

using city::MapPoint;

namespace {

constexpr double snap_m = 1e-9;  // how finely doubles tell northings of millions of metres apart

// Whether both `d` (twice the areas that an edge spans with two points) say that the points lie on
// one side of the edge, further than anything is snapped.
bool clearly_apart(double d1, double d2, double length2) {
    constexpr double far_m = 4.0 * snap_m;
    return (d1 > 0) == (d2 > 0) && std::min(d1 * d1, d2 * d2) > far_m * far_m * length2;
}

double length2(MapPoint along) {
    return along.x * along.x + along.y * along.y;
}

}  // namespace

bool RingPieces::cut(const RingEdges& edges) {
    edges_ = &edges;
    if (!find_cuts()) return false;
    std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) {
        return a.edge != b.edge ? a.edge < b.edge : a.along < b.along;
    });
    // Where three edges cross in one place, each two of them made a vertex there.
    for (std::size_t i = 1; i < cuts_.size(); ++i)
        if (cuts_[i].edge == cuts_[i - 1].edge)
            merge_if_close(cuts_[i].vertex, cuts_[i - 1].vertex);
    meets_.assign(vertices_.size(), 0);
    for (const Cut& cut : cuts_) meets_[representative(cut.vertex)] = 1;
    for (std::uint32_t v = 0; v < edges.size(); ++v)
        if (const std::uint32_t w = representative(v); w != v) meets_[v] = meets_[w] = 1;
    pieces_.clear();
    for (std::uint32_t first = 0; first < edges.size();) {
        std::uint32_t last = first, lowest = first;
        for (; edges.next(last) != first; ++last)
            if (is_lower(last + 1, lowest)) lowest = last + 1;
        cut_ring(lowest);
        first = last + 1;
    }
    cancel_pairs();
    return true;
}

bool RingPieces::find_cuts() {
    cuts_.clear();
    const RingEdges& edges = *edges_;
    vertices_.resize(edges.size());
    for (std::uint32_t e = 0; e < edges.size(); ++e) vertices_[e] = edges.from(e);
    stands_for_.resize(vertices_.size());
    std::iota(stands_for_.begin(), stands_for_.end(), 0u);
    const std::size_t most_vertices = edges.size() + most_crossings,
                      most_cuts = 2 * most_meetings(edges.size());  // a crossing cuts two edges
    std::size_t touches = 0;
    const auto found = edges.any_near_pair([&](std::uint32_t e, std::uint32_t f) {
        touches += meet(e, f) ? 1 : 0;
        return vertices_.size() > most_vertices || cuts_.size() > most_cuts || touches > most_cuts;
    });
    if (found != RingEdges::Found::no) return false;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        // Neighbours meet only where one folds back onto the other.
        const std::uint32_t f = edges.next(e);
        const MapPoint here = edges.to(e) - edges.from(e), on = edges.to(f) - edges.from(f);
        const double dot = here.x * on.x + here.y * on.y;
        if (dot < 0.0 && std::abs(here.x * on.y - here.y * on.x) < -dot)
            touch(edges.next(f), e), touch(e, f);
    }
    return true;
}

// Whether a vertex of one lies on the other.
bool RingPieces::meet(std::uint32_t e, std::uint32_t f) {
    const MapPoint a = edges_->from(e), b = edges_->to(e), c = edges_->from(f), d = edges_->to(f);
    const double d1 = side(a, b, c), d2 = side(a, b, d);
    if (clearly_apart(d1, d2, length2(b - a))) return false;
    const double d3 = side(c, d, a), d4 = side(c, d, b);
    if (clearly_apart(d3, d4, length2(d - c))) return false;
    const bool touches =
        static_cast<int>(touch(f, e)) + static_cast<int>(touch(edges_->next(f), e)) +
            static_cast<int>(touch(e, f)) + static_cast<int>(touch(edges_->next(e), f)) >
        0;
    if (touches || !((d1 > 0) != (d2 > 0) && (d3 > 0) != (d4 > 0)) || d1 == d2 || d3 == d4)
        return touches;
    const double on_e = d3 / (d3 - d4), on_f = d1 / (d1 - d2);
    const auto v = static_cast<std::uint32_t>(vertices_.size());
    vertices_.push_back(a + on_e * (b - a));
    stands_for_.push_back(v);
    cuts_.push_back({e, on_e, v});
    cuts_.push_back({f, on_f, v});
    return false;
}

// Whether vertex v lies on edge e; it is cut there, or v becomes one with an end of it.
bool RingPieces::touch(std::uint32_t v, std::uint32_t e) {
    if (v == e || v == edges_->next(e)) return false;
    if (merge_if_close(v, e) || merge_if_close(v, edges_->next(e))) return true;
    const MapPoint a = edges_->from(e), along = edges_->to(e) - a, here = vertices_[v] - a;
    const double t = (along.x * here.x + along.y * here.y) / length2(along);
    if (!(t > 0.0 && t < 1.0)) return false;
    const double off = along.x * here.y - along.y * here.x;
    if (off * off > snap_m * snap_m * length2(along)) return false;
    cuts_.push_back({e, t, v});
    return true;
}

bool RingPieces::merge_if_close(std::uint32_t v, std::uint32_t w) {
    const MapPoint gap = vertices_[v] - vertices_[w];
    if (std::abs(gap.x) > snap_m || std::abs(gap.y) > snap_m) return false;
    stands_for_[std::max(representative(v), representative(w))] =
        std::min(representative(v), representative(w));
    return true;
}

std::uint32_t RingPieces::representative(std::uint32_t v) {
    while (stands_for_[v] != v) v = stands_for_[v] = stands_for_[stands_for_[v]];
    return v;
}

// The chains of a ring, from its lowest vertex on, which counts as a meeting place.
void RingPieces::cut_ring(std::uint32_t lowest) {
    meets_[lowest] = 1;
    std::uint32_t at = lowest, first = 0, inside = 0;
    const auto end_chain = [&](std::uint32_t v) {
        const std::uint32_t a = representative(at), b = representative(v);
        at = v;
        // A chain there and back again covers nothing.
        if (a != b || inside > 1)
            pieces_.push_back(
                {std::min(a, b), std::max(a, b), inside > 0 ? first : 0, inside, a > b});
        inside = 0;
    };
    const auto first_cut = [this](std::uint32_t edge) {
        return std::lower_bound(cuts_.begin(), cuts_.end(), edge,
                                [](const Cut& c, std::uint32_t e) { return c.edge < e; });
    };
    std::uint32_t e = lowest;
    auto cut = first_cut(e);
    do {
        for (; cut != cuts_.end() && cut->edge == e; ++cut) end_chain(cut->vertex);
        if (edges_->next(e) != e + 1)
            cut = first_cut(edges_->next(e));  // back to the ring's first edge
        e = edges_->next(e);
        if (meets_[e])
            end_chain(e);
        else if (inside++ == 0)
            first = e;
    } while (e != lowest);
}

void RingPieces::cancel_pairs() {
    std::sort(pieces_.begin(), pieces_.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pieces_.size();) {
        std::size_t same = i + 1;
        while (same < pieces_.size() && pieces_[i].inside == 0 && !(pieces_[i] < pieces_[same]))
            ++same;
        if ((same - i) % 2 == 1) pieces_[kept++] = pieces_[i];
        i = same;
    }
    pieces_.resize(kept);
}

MapPoint RingPieces::inner(const Piece& piece, std::uint32_t n) const {
    std::uint32_t v = piece.first;
    for (std::uint32_t k = piece.backward ? piece.inside - 1 - n : n; k > 0; --k)
        v = edges_->next(v);
    return vertices_[v];
}

}  // namespace geo_io
