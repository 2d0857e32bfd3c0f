// For vertex shaders: one colour for a whole face, where it is too small on the screen to show more.
#include "heat.glsl"
#include "facade.glsl"
flat out vec3 face_colour;
flat out float face_missing;

void colour_face(vec3 albedo, float place, vec3 normal, vec3 place_local) {
    bool roof = normal.z > 0.5;
    vec3 shaded = lit(roof ? mix(albedo, vec3(1.0), 0.05) : albedo * (1.0 - 0.15 * mean_glass), normal, place_local);
    if (!roof) shaded = mix(shaded, room_light(albedo), window_light * glow(vec2(mean_glass, mean_lit), 0.0));
    face_colour = hazed(shaded, place_local);
    face_missing = place < -0.5 && place > -1.5 ? 1.0 : 0.0;
}
