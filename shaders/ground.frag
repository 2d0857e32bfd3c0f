#include "frame.glsl"
in vec3 place_local;
uniform vec3 ground_colour;
out vec4 colour;

void main() {
    vec3 albedo = ground_colour;
    // A hectare grid, just visible near by: scale without a scale bar.
    vec2 cell = place_local.xy / 100.0;
    vec2 width = fwidth(cell);
    vec2 line = 1.0 - smoothstep(vec2(0.0), width * 1.2, abs(fract(cell - 0.5) - 0.5));
    albedo *= 1.0 - 0.035 * max(line.x, line.y) * clamp(1.0 - 4.0 * max(width.x, width.y), 0.0, 1.0);
    colour = vec4(hazed(lit(albedo, vec3(0.0, 0.0, 1.0), place_local), place_local), 1.0);
}
