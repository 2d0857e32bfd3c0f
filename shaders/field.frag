#include "frame.glsl"
#include "heat.glsl"
#include "field.glsl"
in vec3 place_local;
uniform vec3 outline_colour;
out vec4 colour;

void main() {
    vec2 field = field_at(place_local.xy);
    float place = field.g > 0.01 ? field.r / field.g : 0.0;
    bool unknown = field.g < 0.5;
    vec3 albedo = heat_colour(unknown ? -1.0 : place);
    float alpha = unknown ? 0.55 : 0.94 * field_presence(place);
    // Lines at eighths of the scale, where the legend has its steps; none where they would lie too thick.
    const float steps = 8.0;
    float at = place * steps, width = max(fwidth(at), 1e-6);
    float line = 1.0 - smoothstep(0.4, 1.3, abs(fract(at + 0.5) - 0.5) / width);
    line *= (at > 0.5 && at < steps - 0.5 && !unknown) ? clamp(1.4 - 3.0 * width, 0.0, 1.0) : 0.0;
    albedo = mix(albedo, outline_colour, 0.30 * line);
    // Mostly its own colour, so that it can be read off the legend; shadows stay visible.
    vec3 shaded = mix(lit(albedo, vec3(0.0, 0.0, 1.0), place_local), albedo, 0.65);
    colour = vec4(hazed(shaded, place_local), alpha);
}
