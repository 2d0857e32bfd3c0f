#include "frame.glsl"
#include "heat.glsl"
in vec3 place_local;
in float across;
flat in int row;
uniform vec3 outline_colour;
out vec4 colour;

void main() {
    float place = texelFetch(row_values, row).r;
    vec3 albedo = highlighted(heat_colour(place), row);
    float pixel = fwidth(across);
    float rim = smoothstep(1.0 - 1.6 * pixel, 1.0, abs(across));
    vec3 shaded = lit(albedo, vec3(0.0, 0.0, 1.0), place_local);
    // Coloured roads glow a little, or shadows of towers would hide what they say.
    if (place >= 0.0) shaded = mix(shaded, albedo, 0.45);
    shaded = mix(shaded, outline_colour, 0.22 * rim * clamp(1.0 - pixel * 3.0, 0.0, 1.0));
    colour = vec4(hazed(shaded, place_local), 1.0);
}
