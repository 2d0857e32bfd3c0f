#include "geo/mesh/ears.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mesh {

namespace {

using glm::vec2;
using Node = std::uint32_t;
constexpr Node nowhere = ~Node{0};
constexpr double flat_m2 = 1e-3;

// The outline as a circle of nodes. A bridge to a hole passes its two ends twice, so a point can
// have several nodes. One clipper per thread is filled again and again: no polygon allocates.
class EarClipper {
  public:
    bool clip(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets,
              std::vector<std::uint32_t>& triangles) {
        clear();
        double whole = 0.0;  // twice the area
        for (std::size_t r = 0; r + 1 < ring_offsets.size(); ++r) {
            if (ring_offsets[r + 1] - ring_offsets[r] < 3) return false;
            whole += add_ring(points, ring_offsets[r], ring_offsets[r + 1]);
        }
        if (holes_.size() > 0 && !join_holes()) return false;
        mark_reflex();
        const std::size_t start = triangles.size();
        const double covered = cut(triangles);
        if (covered >= 0.0 && std::abs(covered - whole) <= 1e-3 * std::abs(whole) + 1e-3)
            return true;
        triangles.resize(start);
        return false;
    }

  private:
    void clear() {
        x_.clear();
        y_.clear();
        corner_.clear();
        next_.clear();
        before_.clear();
        holes_.clear();
    }
    Node add_node(double x, double y, std::uint32_t corner) {
        x_.push_back(x);
        y_.push_back(y);
        corner_.push_back(corner);
        next_.push_back(nowhere);
        before_.push_back(nowhere);
        return static_cast<Node>(x_.size() - 1);
    }
    // Twice the signed area of the ring.
    double add_ring(std::span<const vec2> points, std::uint32_t begin, std::uint32_t end) {
        const auto first = static_cast<Node>(x_.size()), count = end - begin;
        for (std::uint32_t i = begin; i < end; ++i)
            add_node(static_cast<double>(points[i].x), static_cast<double>(points[i].y), i);
        double sum = 0.0;
        Node leftmost = first;
        for (Node n = first; n < first + count; ++n) {
            next_[n] = n + 1 == first + count ? first : n + 1;
            before_[n] = n == first ? first + count - 1 : n - 1;
            sum += twice_area(first, n, next_[n]);
            if (x_[n] < x_[leftmost] || (x_[n] == x_[leftmost] && y_[n] < y_[leftmost]))
                leftmost = n;
        }
        if (first > 0) holes_.push_back(leftmost);
        return sum;
    }

    double twice_area(Node a, Node b, Node c) const {
        return (x_[b] - x_[a]) * (y_[c] - y_[a]) - (y_[b] - y_[a]) * (x_[c] - x_[a]);
    }
    bool is_reflex(Node n) const { return twice_area(before_[n], n, next_[n]) <= 0.0; }
    bool same_place(Node a, Node b) const { return x_[a] == x_[b] && y_[a] == y_[b]; }

    // From left to right, so that a bridge never crosses a hole that is still to come.
    bool join_holes() {
        std::sort(holes_.begin(), holes_.end(), [this](Node a, Node b) {
            return x_[a] != x_[b] ? x_[a] < x_[b] : y_[a] < y_[b];
        });
        for (const Node hole : holes_) {
            if (join_where_it_touches(hole)) continue;
            const Node at = bridge_to(hole);
            if (at == nowhere) return false;
            const Node at_again = add_node(x_[at], y_[at], corner_[at]),
                       hole_again = add_node(x_[hole], y_[hole], corner_[hole]);
            const Node after = next_[at], last = before_[hole];
            link(at, hole);
            link(at_again, after);
            link(hole_again, at_again);
            link(last, hole_again);
        }
        return true;
    }
    // A hole that has a vertex in common with the outline needs no bridge: each of both walks
    // visits the place once. Where several nodes stand there, the hole lies in the corner of one.
    bool join_where_it_touches(Node hole) {
        Node h = hole;
        do {
            Node touched = nowhere, n = 0;
            do {
                if (same_place(n, h) && (touched == nowhere || looks_inside(n, next_[h])))
                    touched = n;
                n = next_[n];
            } while (n != 0);
            if (touched != nowhere) {
                const Node after = next_[touched];
                link(touched, next_[h]);
                link(h, after);
                return true;
            }
            h = next_[h];
        } while (h != hole);
        return false;
    }
    void link(Node a, Node b) {
        next_[a] = b;
        before_[b] = a;
    }
    // A node of the outline that the hole's leftmost vertex sees: the end of the edge straight to
    // the left, unless a reflex vertex stands in between; then the one at the flattest angle.
    // (After Eberly, Triangulation by Ear Clipping.)
    Node bridge_to(Node hole) const {
        const double hx = x_[hole], hy = y_[hole];
        double nearest_x = -std::numeric_limits<double>::infinity();
        Node seen = nowhere;
        Node n = 0;
        do {
            const Node m = next_[n];
            if (hy <= y_[n] && hy >= y_[m] && y_[n] != y_[m]) {
                const double x = x_[n] + (hy - y_[n]) * (x_[m] - x_[n]) / (y_[m] - y_[n]);
                if (x <= hx && x > nearest_x) {
                    nearest_x = x;
                    seen = x_[n] < x_[m] ? n : m;
                }
            }
            n = m;
        } while (n != 0);
        if (seen == nowhere) return nowhere;
        const double mx = x_[seen], my = y_[seen];
        double flattest = std::numeric_limits<double>::infinity();
        const Node stop = seen;
        n = stop;
        do {
            if (x_[n] >= mx && x_[n] < hx && between(hx, hy, nearest_x, mx, my, x_[n], y_[n])) {
                const double slope = std::abs(hy - y_[n]) / (hx - x_[n]);
                if ((slope < flattest || (slope == flattest && x_[n] > x_[seen])) &&
                    looks_inside(n, hole)) {
                    seen = n;
                    flattest = slope;
                }
            }
            n = next_[n];
        } while (n != stop);
        return seen;
    }
    // Whether p lies in the triangle of the hole's vertex, the place it sees and the end of the
    // edge there.
    static bool between(double hx, double hy, double sx, double mx, double my, double px,
                        double py) {
        const double a = (sx - hx) * (py - hy), b = (mx - sx) * (py - hy) - (my - hy) * (px - sx),
                     c = (hx - mx) * (py - my) - (hy - my) * (px - mx);
        return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
    }
    bool looks_inside(Node n, Node at) const {
        if (is_reflex(n))
            return twice_area(n, at, before_[n]) > 0.0 || twice_area(n, next_[n], at) > 0.0;
        return twice_area(n, at, next_[n]) <= 0.0 && twice_area(n, before_[n], at) <= 0.0;
    }

    void mark_reflex() {
        place_.assign(x_.size(), nowhere);
        reflex_.clear();
        for (Node n = 0; n < x_.size(); ++n)
            if (is_reflex(n)) note_reflex(n);
    }
    void note_reflex(Node n) {
        place_[n] = static_cast<Node>(reflex_.size());
        reflex_.push_back(n);
    }
    void forget_reflex(Node n) {
        const Node hole = place_[n], last = reflex_.back();
        reflex_[hole] = last;
        place_[last] = hole;
        reflex_.pop_back();
        place_[n] = nowhere;
    }
    // Nothing of the outline may lie in the triangle; only reflex nodes can be the first to.
    bool is_ear(Node here) const {
        if (place_[here] != nowhere) return false;
        if (patience_ == Patience::any_corner) return true;
        const Node a = before_[here], c = next_[here];
        const double ax = x_[a], ay = y_[a], bx = x_[here], by = y_[here], cx = x_[c], cy = y_[c];
        const double low_x = std::min({ax, bx, cx}), high_x = std::max({ax, bx, cx}),
                     low_y = std::min({ay, by, cy}), high_y = std::max({ay, by, cy});
        for (const Node p : reflex_) {
            const double px = x_[p], py = y_[p];
            if (px < low_x || px > high_x || py < low_y || py > high_y || p == a || p == c ||
                same_place(p, a) || same_place(p, c))
                continue;
            if ((bx - ax) * (py - ay) - (by - ay) * (px - ax) >= 0.0 &&
                (cx - bx) * (py - by) - (cy - by) * (px - bx) >= 0.0 &&
                (ax - cx) * (py - cy) - (ay - cy) * (px - cx) >= 0.0 &&
                !(patience_ == Patience::touching && same_place(p, here)))
                return false;
        }
        return true;
    }
    Node smallest_corner(Node from) const {
        Node best = from;
        double smallest = std::numeric_limits<double>::infinity();
        Node n = from;
        do {
            const double ear = twice_area(before_[n], n, next_[n]);
            if (ear > 0.0 && ear < smallest) {
                smallest = ear;
                best = n;
            }
            n = next_[n];
        } while (n != from);
        return best;
    }
    // Twice the area of all ears, negative when no ear was left to find.
    double cut(std::vector<std::uint32_t>& triangles) {
        std::size_t left = x_.size(), tried = 0;
        double covered = 0.0;
        Node here = 0;
        patience_ = Patience::strict;
        while (left > 3) {
            const Node a = before_[here], c = next_[here];
            const double ear = twice_area(a, here, c);
            // Where an outline runs back along itself there is nothing to cut, only to shorten.
            const bool flat = patience_ != Patience::strict && std::abs(ear) < flat_m2;
            if (!flat && !is_ear(here)) {
                here = c;
                if (++tried <= left) continue;
                if (patience_ == Patience::any_corner) return -1.0;
                if (patience_ == Patience::strict) {
                    patience_ = Patience::touching;
                } else {
                    patience_ = Patience::any_corner;
                    here = smallest_corner(here);
                }
                tried = 0;
                continue;
            }
            if (!flat) triangles.insert(triangles.end(), {corner_[a], corner_[here], corner_[c]});
            covered += std::abs(ear);
            if (place_[here] != nowhere) forget_reflex(here);
            link(a, c);
            --left;
            tried = 0;
            if (patience_ == Patience::any_corner) patience_ = Patience::touching;
            for (const Node side : {a, c})
                if (const bool reflex = is_reflex(side); reflex != (place_[side] != nowhere))
                    reflex ? note_reflex(side) : forget_reflex(side);
            here = next_[c];
        }
        triangles.insert(triangles.end(),
                         {corner_[before_[here]], corner_[here], corner_[next_[here]]});
        return covered + std::abs(twice_area(before_[here], here, next_[here]));
    }

    std::vector<double> x_, y_;
    std::vector<std::uint32_t> corner_;  // index into the caller's points
    std::vector<Node> next_, before_;
    std::vector<Node> reflex_, place_;  // reflex nodes, and where in that list each node is
    std::vector<Node> holes_;           // leftmost node of each
    // What is done when no ear is found: first outlines may touch themselves at an ear's tip, then
    // any convex corner is cut, the smallest first, and the areas tell whether that was right.
    enum class Patience { strict, touching, any_corner } patience_ = Patience::strict;
};

}  // namespace

bool clip_ears(std::span<const vec2> points, std::span<const std::uint32_t> ring_offsets,
               std::vector<std::uint32_t>& triangles) {
    thread_local EarClipper clipper;
    return clipper.clip(points, ring_offsets, triangles);
}

}  // namespace mesh
