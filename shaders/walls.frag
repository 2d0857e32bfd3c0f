#include "frame.glsl"
#include "heat.glsl"
#include "facade.glsl"
#include "field.glsl"
in vec3 place_local;
in vec2 on_wall_m;
flat in vec2 wall_size_m;
flat in vec3 normal;
flat in int row;
uniform vec3 outline_colour;
out vec4 colour;

void main() {
    vec3 albedo = highlighted(draped(heat_colour(place_of(row)), place_local.xy), row);
    vec3 glass = windows(on_wall_m, wall_size_m, row);
    vec3 shaded = lit(albedo * (1.0 - 0.15 * glass.x), normal, place_local);
    shaded = mix(shaded, room_light(albedo), window_light * glow(glass.xy, glass.z));
    // Edges: one pixel wide at any distance, fading when walls become thinner than a few pixels.
    vec2 pixel = fwidth(on_wall_m) + 1e-5;
    vec2 to_edge = min(on_wall_m, wall_size_m - on_wall_m) / pixel;
    float edge = 1.0 - smoothstep(0.3, 1.2, min(to_edge.x, (wall_size_m.y - on_wall_m.y) / pixel.y));
    float room = clamp(min(wall_size_m.x / pixel.x, wall_size_m.y / pixel.y) / 10.0 - 0.25, 0.0, 1.0);
    shaded = mix(shaded, outline_colour, 0.38 * edge * room);
    colour = vec4(hazed(shaded, place_local), 1.0);
}
