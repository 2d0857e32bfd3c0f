#include "geo/io/even_odd.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

#include "geo/io/crossings.h"
#include "geo/io/ring_edges.h"

namespace geo_io {

namespace {

using city::MapPoint;

constexpr double snap_m = 1e-9;  // how finely doubles tell northings of millions of metres apart

// Every edge is cut where another meets it. Between the places where something meets, rings are chains that are taken
// as they are; straight ones that lie on each other cancel in pairs, which is the even-odd rule. What is left has an
// even number of ends at every meeting place and is walked round into outlines.
// Filled again and again: no polygon allocates but for its outlines.
class Arrangement {
  public:
    RingSet outlines_of(const RingSet& rings) {
        arrange(rings);
        cut_into_pieces();
        sort_ends();
        direct_ends();
        return walk();
    }

  private:
    void arrange(const RingSet& rings) {
        edges_.clear();
        vertices_.clear();
        cuts_.clear();
        pieces_.clear();
        ends_.clear();
        for (const auto& ring : rings) {
            edges_.add_ring(ring);
            vertices_.insert(vertices_.end(), ring.begin(), ring.end());
        }
        stands_for_.resize(vertices_.size());
        std::iota(stands_for_.begin(), stands_for_.end(), 0u);
        // Edge e starts at vertex e: rings follow each other in both arrays.
        edges_.any_near_pair([this](std::uint32_t e, std::uint32_t f) {
            meet(e, f);
            return false;
        });
        for (std::uint32_t e = 0; e < edges_.size(); ++e) {
            // Neighbours meet only where one folds back onto the other.
            const std::uint32_t f = edges_.next(e);
            const MapPoint here = edges_.to(e) - edges_.from(e), on = edges_.to(f) - edges_.from(f);
            const double dot = here.x * on.x + here.y * on.y;
            if (dot < 0.0 && std::abs(here.x * on.y - here.y * on.x) < -dot) touch(edges_.next(f), e), touch(e, f);
        }
    }

    struct Cut {
        std::uint32_t edge;
        double along;  // 0 at the start of the edge, 1 at its end
        std::uint32_t vertex;
    };
    struct Piece {
        std::uint32_t from, to;       // the smaller vertex first
        std::uint32_t first, inside;  // vertices of the chain between, following each other in their ring
        bool backward;                // ... from `to` to `from`
        bool operator<(const Piece& o) const { return std::tie(from, to, inside, first) < std::tie(o.from, o.to, o.inside, o.first); }
    };
    struct End {
        std::uint32_t vertex, piece, at_to;
        double turn;
    };
    // Grows with the angle from east, from 0 to 4, without an arc tangent.
    static double turn_of(MapPoint d) {
        const double share = d.y / (std::abs(d.x) + std::abs(d.y));
        return d.x < 0.0 ? 2.0 - share : d.y < 0.0 ? 4.0 + share : share;
    }

    std::uint32_t representative(std::uint32_t v) {
        while (stands_for_[v] != v) v = stands_for_[v] = stands_for_[stands_for_[v]];
        return v;
    }
    bool merge_if_close(std::uint32_t v, std::uint32_t w) {
        const MapPoint gap = vertices_[v] - vertices_[w];
        if (std::abs(gap.x) > snap_m || std::abs(gap.y) > snap_m) return false;
        stands_for_[std::max(representative(v), representative(w))] = std::min(representative(v), representative(w));
        return true;
    }
    // Whether vertex v lies on edge e; it is cut there, or v becomes one with an end of it.
    bool touch(std::uint32_t v, std::uint32_t e) {
        if (v == e || v == edges_.next(e)) return false;
        if (merge_if_close(v, e) || merge_if_close(v, edges_.next(e))) return true;
        const MapPoint a = edges_.from(e), along = edges_.to(e) - a, here = vertices_[v] - a;
        const double length2 = along.x * along.x + along.y * along.y;
        const double t = (along.x * here.x + along.y * here.y) / length2;
        if (!(t > 0.0 && t < 1.0)) return false;
        const double off = along.x * here.y - along.y * here.x;
        if (off * off > snap_m * snap_m * length2) return false;
        cuts_.push_back({e, t, v});
        return true;
    }
    void meet(std::uint32_t e, std::uint32_t f) {
        const bool touches = static_cast<int>(touch(f, e)) + static_cast<int>(touch(edges_.next(f), e)) + static_cast<int>(touch(e, f)) +
                                 static_cast<int>(touch(edges_.next(e), f)) > 0;
        if (touches) return;
        const MapPoint a = edges_.from(e), b = edges_.to(e), c = edges_.from(f), d = edges_.to(f);
        const double d1 = side(a, b, c), d2 = side(a, b, d), d3 = side(c, d, a), d4 = side(c, d, b);
        if (!((d1 > 0) != (d2 > 0) && (d3 > 0) != (d4 > 0)) || d1 == d2 || d3 == d4) return;
        const double on_e = d3 / (d3 - d4), on_f = d1 / (d1 - d2);
        const auto v = static_cast<std::uint32_t>(vertices_.size());
        vertices_.push_back(a + on_e * (b - a));
        stands_for_.push_back(v);
        cuts_.push_back({e, on_e, v});
        cuts_.push_back({f, on_f, v});
    }

    void cut_into_pieces() {
        std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.edge != b.edge ? a.edge < b.edge : a.along < b.along; });
        meets_.assign(vertices_.size(), 0);
        for (const Cut& cut : cuts_) meets_[representative(cut.vertex)] = 1;
        for (std::uint32_t v = 0; v < edges_.size(); ++v)
            if (const std::uint32_t w = representative(v); w != v) meets_[v] = meets_[w] = 1;
        for (std::uint32_t first = 0; first < edges_.size();) {
            std::uint32_t last = first, lowest = first;
            for (; edges_.next(last) != first; ++last)
                if (is_lower(last + 1, lowest)) lowest = last + 1;
            cut_ring(lowest);
            first = last + 1;
        }
        std::sort(pieces_.begin(), pieces_.end());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < pieces_.size();) {
            std::size_t same = i + 1;
            while (same < pieces_.size() && pieces_[i].inside == 0 && !(pieces_[i] < pieces_[same])) ++same;
            if ((same - i) % 2 == 1) pieces_[kept++] = pieces_[i];
            i = same;
        }
        pieces_.resize(kept);
    }
    bool is_lower(std::uint32_t v, std::uint32_t w) const {
        return vertices_[v].y != vertices_[w].y ? vertices_[v].y < vertices_[w].y : vertices_[v].x < vertices_[w].x;
    }
    // The chains of a ring, from its lowest vertex on, which counts as a meeting place.
    void cut_ring(std::uint32_t lowest) {
        meets_[lowest] = 1;
        std::uint32_t at = lowest, first = 0, inside = 0;
        const auto end_chain = [&](std::uint32_t v) {
            const std::uint32_t a = representative(at), b = representative(v);
            at = v;
            // A chain there and back again covers nothing.
            if (a != b || inside > 1) pieces_.push_back({std::min(a, b), std::max(a, b), inside > 0 ? first : 0, inside, a > b});
            inside = 0;
        };
        const auto first_cut = [this](std::uint32_t edge) { return std::lower_bound(cuts_.begin(), cuts_.end(), edge, [](const Cut& c, std::uint32_t e) { return c.edge < e; }); };
        std::uint32_t e = lowest;
        auto cut = first_cut(e);
        do {
            for (; cut != cuts_.end() && cut->edge == e; ++cut) end_chain(cut->vertex);
            if (edges_.next(e) != e + 1) cut = first_cut(edges_.next(e));  // back to the ring's first edge
            e = edges_.next(e);
            if (meets_[e]) end_chain(e);
            else if (inside++ == 0) first = e;
        } while (e != lowest);
    }
    // The n-th vertex inside a piece, counted from its `from`.
    MapPoint inner(const Piece& piece, std::uint32_t n) const {
        std::uint32_t v = piece.first;
        for (std::uint32_t k = piece.backward ? piece.inside - 1 - n : n; k > 0; --k) v = edges_.next(v);
        return vertices_[v];
    }

    void sort_ends() {
        for (std::uint32_t p = 0; p < pieces_.size(); ++p)
            for (const std::uint32_t at_to : {0u, 1u}) {
                const Piece& piece = pieces_[p];
                const std::uint32_t v = at_to ? piece.to : piece.from;
                const MapPoint next = piece.inside == 0 ? vertices_[at_to ? piece.from : piece.to] : inner(piece, at_to ? piece.inside - 1 : 0);
                ends_.push_back({v, p, at_to, turn_of(next - vertices_[v])});
            }
        std::sort(ends_.begin(), ends_.end(), [](const End& a, const End& b) {
            return a.vertex != b.vertex ? a.vertex < b.vertex : a.turn != b.turn ? a.turn < b.turn : std::tie(a.piece, a.at_to) < std::tie(b.piece, b.at_to);
        });
        end_at_.resize(pieces_.size());
        first_end_.assign(vertices_.size() + 1, 0);
        for (std::uint32_t i = 0; i < ends_.size(); ++i) {
            end_at_[ends_[i].piece][ends_[i].at_to] = i;
            first_end_[ends_[i].vertex + 1] = i + 1;
        }
        meeting_places_ = 0;
        for (std::size_t i = 0; i < ends_.size(); ++i) meeting_places_ += i == 0 || ends_[i].vertex != ends_[i - 1].vertex ? 1 : 0;
        for (std::size_t v = 1; v < first_end_.size(); ++v) first_end_[v] = std::max(first_end_[v], first_end_[v - 1]);
    }
    std::uint32_t other_end(std::uint32_t end) const {
        return end_at_[ends_[end].piece][1 - ends_[end].at_to];
    }

    // An end leaves its vertex when what is covered lies on its left. Round a vertex covered and open wedges take
    // turns, so one end decides for all that hang together with it.
    void direct_ends() {
        leaves_.assign(ends_.size(), 0);
        seen_.assign(vertices_.size(), 0);
        for (const End& end : ends_) {
            if (seen_[end.vertex]) continue;
            component_.assign(1, end.vertex);
            seen_[end.vertex] = 1;
            for (std::size_t i = 0; i < component_.size(); ++i)
                for (std::uint32_t e = first_end_[component_[i]]; e < first_end_[component_[i] + 1]; ++e)
                    if (const std::uint32_t w = ends_[other_end(e)].vertex; !seen_[w]) {
                        seen_[w] = 1;
                        component_.push_back(w);
                    }
            direct(component_);
        }
    }
    void direct(const std::vector<std::uint32_t>& component) {
        // All ends of the lowest vertex point up: below it lies what surrounds the component.
        const std::uint32_t lowest = *std::min_element(component.begin(), component.end(), [this](std::uint32_t a, std::uint32_t b) { return is_lower(a, b); });
        directed_.assign(vertices_.size(), 0);
        const MapPoint at = vertices_[lowest];
        bool covered_below = false;
        const auto pass = [&](MapPoint a, MapPoint b) {
            if ((a.x > at.x) != (b.x > at.x) && (b.y - a.y) * (at.x - a.x) / (b.x - a.x) + a.y < at.y) covered_below = !covered_below;
        };
        if (component.size() < meeting_places_) {
            ours_.assign(vertices_.size(), 0);
            for (const std::uint32_t v : component) ours_[v] = 1;
            for (const Piece& piece : pieces_) {
                if (ours_[piece.from]) continue;
                MapPoint a = vertices_[piece.backward ? piece.to : piece.from];
                for (std::uint32_t k = 0, v = piece.first; k < piece.inside; ++k, v = edges_.next(v)) {
                    pass(a, vertices_[v]);
                    a = vertices_[v];
                }
                pass(a, vertices_[piece.backward ? piece.from : piece.to]);
            }
        }
        const auto direct_vertex = [&](std::uint32_t v, std::uint32_t end, bool leaves) {
            for (std::uint32_t e = first_end_[v]; e < first_end_[v + 1]; ++e) leaves_[e] = ((e - end) % 2 == 0) == leaves;
            directed_[v] = 1;
        };
        direct_vertex(lowest, first_end_[lowest], !covered_below);
        open_.assign(1, lowest);
        while (!open_.empty()) {
            const std::uint32_t v = open_.back();
            open_.pop_back();
            for (std::uint32_t e = first_end_[v]; e < first_end_[v + 1]; ++e) {
                const std::uint32_t far = other_end(e), w = ends_[far].vertex;
                if (directed_[w]) continue;
                direct_vertex(w, far, !leaves_[e]);
                open_.push_back(w);
            }
        }
    }

    // With what is covered on the left, turning left wherever outlines meet: each walk goes round one connected part
    // (or a hole of it), however many corners it shares with others.
    RingSet walk() {
        RingSet outlines;
        seen_.assign(ends_.size(), 0);
        for (std::uint32_t start = 0; start < ends_.size(); ++start) {
            if (seen_[start] || !leaves_[start]) continue;
            std::vector<MapPoint> outline;
            for (std::uint32_t end = start; !seen_[end];) {
                seen_[end] = 1;
                outline.push_back(vertices_[ends_[end].vertex]);
                append_inside(pieces_[ends_[end].piece], ends_[end].at_to == 1, outline);
                const std::uint32_t arrived = other_end(end), v = ends_[arrived].vertex;
                end = arrived == first_end_[v] ? first_end_[v + 1] - 1 : arrived - 1;
            }
            if (outline.size() >= 3) outlines.push_back(std::move(outline));
        }
        return outlines;
    }

    void append_inside(const Piece& piece, bool from_its_end, std::vector<MapPoint>& outline) const {
        const std::size_t start = outline.size();
        for (std::uint32_t k = 0, v = piece.first; k < piece.inside; ++k, v = edges_.next(v)) outline.push_back(vertices_[v]);
        if (piece.backward != from_its_end) std::reverse(outline.begin() + static_cast<std::ptrdiff_t>(start), outline.end());
    }

    RingEdges edges_;
    std::vector<MapPoint> vertices_;
    std::vector<std::uint32_t> stands_for_;  // vertices that are one: chains to the first of them
    std::vector<Cut> cuts_;
    std::vector<std::uint8_t> meets_;  // per vertex: chains end there
    std::size_t meeting_places_ = 0;
    std::vector<Piece> pieces_;
    std::vector<End> ends_;                             // by vertex, anticlockwise round each
    std::vector<std::uint32_t> first_end_;              // of a vertex
    std::vector<std::array<std::uint32_t, 2>> end_at_;  // of a piece: at its `from`, at its `to`
    std::vector<std::uint8_t> leaves_;
    std::vector<std::uint8_t> seen_, ours_, directed_;  // of one walk over vertices or ends
    std::vector<std::uint32_t> component_, open_;
};

}  // namespace

RingSet even_odd_outlines(const RingSet& rings) {
    thread_local Arrangement arrangement;
    return arrangement.outlines_of(rings);
}

}  // namespace geo_io
