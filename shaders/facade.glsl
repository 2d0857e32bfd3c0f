// Storeys and windows of a wall: a rhythm that goes away before it could flicker, and lights after dark.
uniform float window_light;      // 0 by day, 1 at night

const vec2 window_m = vec2(3.1, 3.3);
const float mean_glass = 0.31, mean_lit = 0.42;  // shares, for walls too far away to show windows

// Lit rooms keep the colour of the value they stand for, so a map at night still says something.
vec3 room_light(vec3 albedo) { return mix(vec3(1.0, 0.86, 0.58), min(albedo * 1.6 + 0.12, vec3(1.0)), 0.62); }

float hashed(vec3 p) {
    p = fract(p * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yzx + 33.33);
    return fract((p.x + p.y) * p.z);
}

// Share of room light in a wall: from afar the light of many windows runs together and outshines the wall between.
float glow(vec2 glass, float near) { return mix(0.28, glass.x * glass.y * 0.92, near); }

#ifndef FACE_COLOURS  // only a fragment knows how large it is
// Share of glass in this pixel, share of it that is lit, and 1 where windows are seen singly.
vec3 windows(vec2 on_wall_m, vec2 wall_size_m, int row) {
    // Whole windows only: the wall's length decides how wide they are.
    float columns = max(floor(wall_size_m.x / window_m.x), 1.0);
    vec2 cell = vec2(on_wall_m.x / wall_size_m.x * columns, on_wall_m.y / window_m.y);
    vec2 width = fwidth(cell);
    vec2 in_cell = abs(fract(cell) - 0.5);
    vec2 inside = 1.0 - smoothstep(vec2(0.30, 0.26) - width, vec2(0.30, 0.26) + width, in_cell);
    float near = clamp(1.5 - 2.6 * max(width.x, width.y), 0.0, 1.0);
    float room = step(window_m.x * 0.8, wall_size_m.x) * step(2.2, wall_size_m.y);
    float glass = mix(mean_glass, inside.x * inside.y, near) * room;
    float lit_here = step(0.58, hashed(vec3(floor(cell), float(row & 1023))));
    return vec3(glass, mix(mean_lit, lit_here, near), near);
}
#endif
