#include "frame.glsl"
#include "heat.glsl"
in vec3 place_local;
in vec2 on_way_m;
in float half_m;
in float strength;
flat in float length_m;
flat in float width_share;
flat in int row;
uniform float rim_px;
uniform vec3 rim_colour;
out vec4 colour;

void main() {
    // Distance to the piece with round ends: pieces of one road join without a corner to be made.
    float away_m = length(vec2(on_way_m.x - clamp(on_way_m.x, 0.0, length_m), on_way_m.y));
    float pixel_m = max(fwidth(away_m), 1e-4);
    float inside = clamp((half_m - away_m) / pixel_m + 0.5, 0.0, 1.0);
    if (inside <= 0.0) discard;
    if (rim_px > 0.0) {
        colour = vec4(hazed(lit(rim_colour, vec3(0.0, 0.0, 1.0), place_local), place_local), 0.85 * inside * strength);
        return;
    }
    vec3 albedo = highlighted(heat_colour(width_share < 0.0 ? -1.0 : place_of(row)), row);
    vec3 shaded = mix(lit(albedo, vec3(0.0, 0.0, 1.0), place_local), albedo, 0.6);
    colour = vec4(hazed(shaded, place_local), inside * strength);
}
