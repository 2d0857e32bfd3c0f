// One instance is one piece of a centre line: a quad around it as wide as the road's traffic asks, see flows.frag.
layout(location = 0) in vec4 ends;      // x0 y0 x1 y1, in the direction of travel
layout(location = 1) in uint road;      // the top bit: one-way
layout(location = 2) in uint mitres;
uniform samplerBuffer row_widths;       // share of the widest; < 0 unknown
uniform float widest_m;
uniform float px_angle;                 // metres per pixel at one metre away
uniform float rim_px;
#include "frame.glsl"
out vec3 place_local;
out vec2 on_way_m;                      // along the piece, left of it
out float half_m;
out float strength;                     // less than 1 where the band had to be widened to be seen
flat out float length_m;
flat out float width_share;
flat out int row;

void main() {
    row = int(road & 0x7fffffffu);
    width_share = texelFetch(row_widths, row).r;
    bool at_end = (gl_VertexID & 1) == 1, at_left = (gl_VertexID & 2) == 2;
    vec2 along = ends.zw - ends.xy;
    length_m = length(along);
    along = length_m > 0.0 ? along / length_m : vec2(1.0, 0.0);
    vec4 mitre = 2.0 * unpackSnorm4x8(mitres);
    vec2 end = at_end ? ends.zw : ends.xy;
    float m_per_px = max((clip_from_local * vec4(end, 0.0, 1.0)).w, 0.01) * px_angle;
    const float thinnest_px = 0.9;
    float wished_m = 0.5 * max(width_share, 0.0) * widest_m;
    half_m = max(wished_m, 0.5 * thinnest_px * m_per_px);
    strength = mix(0.30, 1.0, clamp(wished_m / (0.5 * thinnest_px * m_per_px), 0.0, 1.0));
    // Traffic keeps to the right here and in China: one-way bands lie right of their line, and the two carriageways of one road apart.
    if ((road & 0x80000000u) != 0u) end -= (at_end ? mitre.zw : mitre.xy) * half_m;
    float reach_m = half_m + (rim_px + 1.2) * m_per_px;
    vec2 left = vec2(-along.y, along.x);
    on_way_m = vec2(at_end ? length_m + reach_m : -reach_m, at_left ? reach_m : -reach_m);
    half_m += rim_px * m_per_px;
    place_local = vec3(end + along * (at_end ? reach_m : -reach_m) + left * on_way_m.y, 0.0);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
    if (width_share == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
