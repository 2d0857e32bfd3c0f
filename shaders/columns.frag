#include "frame.glsl"
#include "heat.glsl"
in vec3 place_local;
in vec2 on_face_m;
flat in vec2 face_size_m;
flat in vec3 normal;
flat in float place;
flat in int row;
uniform vec3 outline_colour;
out vec4 colour;

void main() {
    // Rows are cells here: nothing of them is chosen together with others.
    vec3 albedo = mix(heat_colour(place), selection_colour, row == selected_row ? 0.75 : row == hovered_row ? 0.38 : 0.0);
    // Sides fade towards the ground: the tops carry the eye.
    float rise = normal.z > 0.5 ? 1.0 : mix(0.74, 0.95, on_face_m.y / max(face_size_m.y, 0.01));
    vec3 shaded = lit(albedo * rise, normal, place_local);
    // The top keeps its own colour, as the legend has it.
    if (normal.z > 0.5) shaded = mix(shaded, albedo, 0.55);
    vec2 pixel = fwidth(on_face_m) + 1e-5;
    vec2 to_edge = min(on_face_m, face_size_m - on_face_m) / pixel;
    float edge = 1.0 - smoothstep(0.4, 1.4, min(to_edge.x, normal.z > 0.5 ? to_edge.y : (face_size_m.y - on_face_m.y) / pixel.y));
    float room = clamp(min(face_size_m.x / pixel.x, face_size_m.y / pixel.y) / 8.0 - 0.25, 0.0, 1.0);
    // On the dark end of the scale a dark line would be lost.
    vec3 line_colour = mix(vec3(0.92), outline_colour, smoothstep(0.22, 0.45, dot(albedo, vec3(0.3, 0.6, 0.1))));
    shaded = mix(shaded, line_colour, 0.30 * edge * room);
    colour = vec4(hazed(shaded, place_local), 1.0);
}
