#include "frame.glsl"
in vec3 place_local;
uniform vec3 ground_colour;
uniform vec3 beyond_colour;      // where the data ends
uniform vec4 built_low_high;
uniform int clear;  // 1: only the shadows that fall on it are drawn, to darken whatever the picture is laid on
out vec4 colour;

void main() {
    if (clear == 1) {
        // At the height of the streets, not where the plane lies to keep clear of them.
        vec3 here = lit(vec3(1.0), vec3(0.0, 0.0, 1.0), vec3(place_local.xy, 0.0)), sunny = sqrt(sun_colour * max(sun_direction.z, 0.0) + sky_colour);
        colour = vec4(0.0, 0.0, 0.0, clamp(1.0 - dot(here, vec3(1.0)) / max(dot(sunny, vec3(1.0)), 1e-3), 0.0, 1.0));
        return;
    }
    // Land that the data covers is a shade lighter and runs out softly, without an edge that no one surveyed.
    vec2 outside = max(max(built_low_high.xy - place_local.xy, place_local.xy - built_low_high.zw), 0.0);
    vec2 size = built_low_high.zw - built_low_high.xy;
    float beyond = smoothstep(0.0, 1.0, length(outside) / (0.22 * max(size.x, size.y) + 120.0));
    vec3 albedo = mix(ground_colour, beyond_colour, beyond);
    // A hectare grid, just visible near by: scale without a scale bar.
    vec2 cell = place_local.xy / 100.0;
    vec2 width = fwidth(cell);
    vec2 line = 1.0 - smoothstep(vec2(0.0), width * 1.2, abs(fract(cell - 0.5) - 0.5));
    albedo *= 1.0 - 0.04 * max(line.x, line.y) * clamp(1.0 - 5.0 * max(width.x, width.y), 0.0, 1.0) * (1.0 - beyond);
    colour = vec4(hazed(lit(albedo, vec3(0.0, 0.0, 1.0), place_local), place_local), 1.0);
}
