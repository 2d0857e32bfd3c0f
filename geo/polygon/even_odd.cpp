#include "geo/polygon/even_odd.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "geo/polygon/box_tree.h"
#include "geo/polygon/ring_pieces.h"

namespace geo_io {

namespace {

using city::MapPoint;
using Piece = RingPieces::Piece;

// What is left of the pieces after those that lie on each other have cancelled has an even number
// of ends at every meeting place and is walked round into outlines. Filled again and again: no
// polygon allocates but for its outlines.
class Arrangement {
  public:
    bool make_outlines(const RingEdges& edges, RingSet& outlines) {
        outlines.clear();
        if (!pieces_.cut(edges)) return false;
        sort_ends();
        if (!direct_ends()) return false;
        outlines = walk();
        return true;
    }

  private:
    struct End {
        std::uint32_t vertex, piece, at_to;
        double turn;
    };
    // Grows with the angle from east, from 0 to 4, without an arc tangent.
    static double turn_of(MapPoint d) {
        const double share = d.y / (std::abs(d.x) + std::abs(d.y));
        return d.x < 0.0 ? 2.0 - share : d.y < 0.0 ? 4.0 + share : share;
    }
    std::size_t vertex_count() const { return pieces_.vertices().size(); }
    MapPoint vertex(std::uint32_t v) const { return pieces_.vertices()[v]; }
    const Piece& piece_of(std::uint32_t end) const { return pieces_.pieces()[ends_[end].piece]; }

    void sort_ends() {
        ends_.clear();
        for (std::uint32_t p = 0; p < pieces_.pieces().size(); ++p)
            for (const std::uint32_t at_to : {0u, 1u}) {
                const Piece& piece = pieces_.pieces()[p];
                const std::uint32_t v = at_to ? piece.to : piece.from;
                const MapPoint next = piece.inside == 0
                                          ? vertex(at_to ? piece.from : piece.to)
                                          : pieces_.inner(piece, at_to ? piece.inside - 1 : 0);
                ends_.push_back({v, p, at_to, turn_of(next - vertex(v))});
            }
        std::sort(ends_.begin(), ends_.end(), [](const End& a, const End& b) {
            return a.vertex != b.vertex ? a.vertex < b.vertex
                   : a.turn != b.turn   ? a.turn < b.turn
                                        : std::tie(a.piece, a.at_to) < std::tie(b.piece, b.at_to);
        });
        end_at_.resize(pieces_.pieces().size());
        first_end_.assign(vertex_count() + 1, 0);
        for (std::uint32_t i = 0; i < ends_.size(); ++i) {
            end_at_[ends_[i].piece][ends_[i].at_to] = i;
            first_end_[ends_[i].vertex + 1] = i + 1;
        }
        meeting_places_ = 0;
        for (std::size_t i = 0; i < ends_.size(); ++i)
            meeting_places_ += i == 0 || ends_[i].vertex != ends_[i - 1].vertex ? 1 : 0;
        for (std::size_t v = 1; v < first_end_.size(); ++v)
            first_end_[v] = std::max(first_end_[v], first_end_[v - 1]);
    }
    std::uint32_t other_end(std::uint32_t end) const {
        return end_at_[ends_[end].piece][1 - ends_[end].at_to];
    }

    // An end leaves its vertex when what is covered lies on its left. Round a vertex covered and
    // open wedges take turns, so one end decides for all that hang together with it.
    bool direct_ends() {
        leaves_.assign(ends_.size(), 0);
        directed_.assign(vertex_count(), 0);
        ours_.assign(vertex_count(), 0);
        boxed_ = false;
        allowance_ = steps_for_any + steps_for_a_piece * pieces_.pieces().size();
        seen_.assign(vertex_count(), 0);
        for (const End& end : ends_) {
            if (seen_[end.vertex]) continue;
            component_.assign(1, end.vertex);
            seen_[end.vertex] = 1;
            for (std::size_t i = 0; i < component_.size(); ++i)
                for (std::uint32_t e = first_end_[component_[i]]; e < first_end_[component_[i] + 1];
                     ++e)
                    if (const std::uint32_t w = ends_[other_end(e)].vertex; !seen_[w]) {
                        seen_[w] = 1;
                        component_.push_back(w);
                    }
            if (!direct(component_)) return false;
        }
        return true;
    }
    bool direct(const std::vector<std::uint32_t>& component) {
        // All ends of the lowest vertex point up: below it lies what surrounds the component.
        const std::uint32_t lowest = *std::min_element(
            component.begin(), component.end(),
            [this](std::uint32_t a, std::uint32_t b) { return pieces_.is_lower(a, b); });
        const MapPoint at = vertex(lowest);
        bool covered_below = false;
        const auto pass = [&](MapPoint a, MapPoint b) {
            if ((a.x > at.x) != (b.x > at.x) &&
                (b.y - a.y) * (at.x - a.x) / (b.x - a.x) + a.y < at.y)
                covered_below = !covered_below;
        };
        if (component.size() < meeting_places_) {
            for (const std::uint32_t v : component) ours_[v] = 1;
            const bool passed = each_piece_below(at, [&](const Piece& piece) {
                if (ours_[piece.from]) return;
                each_edge(piece, pass);
            });
            for (const std::uint32_t v : component) ours_[v] = 0;
            if (!passed) return false;
        }
        const auto direct_vertex = [&](std::uint32_t v, std::uint32_t end, bool leaves) {
            for (std::uint32_t e = first_end_[v]; e < first_end_[v + 1]; ++e)
                leaves_[e] = ((e - end) % 2 == 0) == leaves;
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
        return true;
    }
    template <class Visit>
    void each_edge(const Piece& piece, Visit visit) const {
        MapPoint a = vertex(piece.backward ? piece.to : piece.from);
        pieces_.each_inside(piece, [&](MapPoint b) {
            visit(a, b);
            a = b;
        });
        visit(a, vertex(piece.backward ? piece.from : piece.to));
    }
    // Visits at least the pieces that reach below a place; of few pieces all. False when that took
    // more steps than one polygon may take.
    template <class Visit>
    bool each_piece_below(MapPoint at, Visit visit) {
        const auto& pieces = pieces_.pieces();
        const std::uint64_t steps = pieces.size() + pieces_.vertices().size();
        if (!boxed_ && allowance_ > steps_for_any / 2) {
            allowance_ -= std::min(allowance_, steps);
            for (const Piece& piece : pieces) visit(piece);
            return true;
        }
        if (!boxed_) box_pieces();
        return tree_.any({at.x, -1e300, at.x, at.y}, allowance_, [&](std::uint32_t p) {
            allowance_ -= std::min<std::uint64_t>(allowance_, pieces[p].inside);
            visit(pieces[p]);
            return false;
        }) != BoxTree::Found::gave_up;
    }
    void box_pieces() {
        std::vector<BoxTree::Box> boxes;
        for (const Piece& piece : pieces_.pieces()) {
            BoxTree::Box& box = boxes.emplace_back(BoxTree::Box::nothing());
            each_edge(piece, [&box](MapPoint a, MapPoint b) {
                box.add({a.x, a.y, a.x, a.y});
                box.add({b.x, b.y, b.x, b.y});
            });
        }
        tree_.build(boxes);
        boxed_ = true;
    }

    // With what is covered on the left, turning left wherever outlines meet: each walk goes round
    // one connected part (or a hole of it), however many corners it shares with others.
    RingSet walk() {
        RingSet outlines;
        seen_.assign(ends_.size(), 0);
        on_path_.assign(vertex_count(), 0);
        for (std::uint32_t start = 0; start < ends_.size(); ++start) {
            if (seen_[start] || !leaves_[start]) continue;
            path_.clear();
            for (std::uint32_t end = start; !seen_[end];) {
                seen_[end] = 1;
                come_to(ends_[end].vertex, outlines);
                append_inside(piece_of(end), ends_[end].at_to == 1);
                const std::uint32_t arrived = other_end(end), v = ends_[arrived].vertex;
                end = arrived == first_end_[v] ? first_end_[v + 1] - 1 : arrived - 1;
            }
            if (path_.size() >= 3) outlines.push_back(path_);
        }
        return outlines;
    }
    // Back at a meeting place of this walk, what lies between is an outline by itself.
    void come_to(std::uint32_t v, RingSet& outlines) {
        const std::uint32_t before = on_path_[v];
        if (before < path_.size() && path_[before] == vertex(v)) {
            if (path_.size() - before >= 3)
                outlines.emplace_back(path_.begin() + before, path_.end());
            path_.resize(before + 1);
        } else {
            on_path_[v] = static_cast<std::uint32_t>(path_.size());
            path_.push_back(vertex(v));
        }
    }
    void append_inside(const Piece& piece, bool from_its_end) {
        const auto start = static_cast<std::ptrdiff_t>(path_.size());
        pieces_.each_inside(piece, [this](MapPoint p) { path_.push_back(p); });
        if (piece.backward != from_its_end) std::reverse(path_.begin() + start, path_.end());
    }

    static constexpr std::uint64_t steps_for_any = 30'000'000, steps_for_a_piece = 400;

    RingPieces pieces_;
    BoxTree tree_;  // of the pieces, once they have been asked for often
    bool boxed_ = false;
    std::uint64_t allowance_ = 0;
    std::size_t meeting_places_ = 0;
    std::vector<End> ends_;                             // by vertex, anticlockwise round each
    std::vector<std::uint32_t> first_end_;              // of a vertex
    std::vector<std::array<std::uint32_t, 2>> end_at_;  // of a piece: at its `from`, at its `to`
    std::vector<std::uint8_t> leaves_;
    std::vector<std::uint8_t> seen_, ours_, directed_;  // of one walk over vertices or ends
    std::vector<std::uint32_t> component_, open_;
    std::vector<MapPoint> path_;
    std::vector<std::uint32_t> on_path_;  // where in the path a vertex is, when it is there
};

}  // namespace

bool even_odd_outlines(const RingEdges& edges, RingSet& outlines) {
    thread_local Arrangement arrangement;
    return arrangement.make_outlines(edges, outlines);
}

RingSet even_odd_outlines(const RingSet& rings) {
    thread_local RingEdges edges;
    edges.clear();
    for (const auto& ring : rings) edges.add_ring(ring);
    RingSet outlines;
    even_odd_outlines(edges, outlines);
    return outlines;
}

}  // namespace geo_io
