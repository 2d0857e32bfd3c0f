#include "frame.glsl"
in vec3 place_local;
uniform vec3 ground_colour;
uniform int clear;  // 1: only the shadows that fall on it are drawn, to darken whatever the picture is laid on
out vec4 colour;

void main() {
    if (clear == 1) {
        vec3 sunny = sun_colour * max(sun_direction.z, 0.0) + sky_colour;
        vec3 here = lit(vec3(1.0), vec3(0.0, 0.0, 1.0), place_local);
        colour = vec4(0.0, 0.0, 0.0, clamp(1.0 - dot(here, vec3(1.0)) / max(dot(sunny, vec3(1.0)), 1e-3), 0.0, 1.0));
        return;
    }
    vec3 albedo = ground_colour;
    // A hectare grid, just visible near by: scale without a scale bar.
    vec2 cell = place_local.xy / 100.0;
    vec2 width = fwidth(cell);
    vec2 line = 1.0 - smoothstep(vec2(0.0), width * 1.2, abs(fract(cell - 0.5) - 0.5));
    albedo *= 1.0 - 0.035 * max(line.x, line.y) * clamp(1.0 - 4.0 * max(width.x, width.y), 0.0, 1.0);
    colour = vec4(hazed(lit(albedo, vec3(0.0, 0.0, 1.0), place_local), place_local), 1.0);
}
