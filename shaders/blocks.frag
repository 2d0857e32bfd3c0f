#include "frame.glsl"
#include "heat.glsl"
#include "facade.glsl"
#include "field.glsl"
in vec3 place_local;
flat in vec3 normal;
flat in int row;
out vec4 colour;

// Too small to have edges or windows: what those come to on average.
void main() {
    vec3 albedo = marked(draped(heat_colour(place_of(row)), place_local.xy), row);
    bool roof = normal.z > 0.5;
    vec3 shaded = lit(roof ? mix(albedo, vec3(1.0), 0.05) : albedo * (1.0 - 0.15 * mean_glass), normal, place_local);
    if (!roof) shaded = mix(shaded, room_light(albedo), window_light * glow(vec2(mean_glass, mean_lit), 0.0));
    colour = vec4(hazed(shaded, place_local), 1.0);
}
