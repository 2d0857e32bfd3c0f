#include "frame.glsl"
#include "heat.glsl"
#include "field.glsl"
in vec3 place_local;
in float across;
flat in int row;
flat in int tunnel;
uniform vec3 outline_colour;
out vec4 colour;

// Metres along the road, from how `across` changes over the ground.
float along_m() {
    vec2 px = dFdx(place_local.xy), py = dFdy(place_local.xy);
    vec2 change = vec2(dFdx(across), dFdy(across));
    vec2 over = vec2(change.x * py.y - change.y * px.y, change.y * px.x - change.x * py.x);  // up to a factor
    return dot(place_local.xy, normalize(vec2(-over.y, over.x) + 1e-12));
}

void main() {
    // A road below ground is dashed, as on paper maps.
    if (tunnel == 1) {
        float dash = along_m() / 22.0;
        if (fract(dash) > 0.58 && fwidth(dash) < 0.35) discard;
    }
    float place = place_of(row);
    vec3 albedo = highlighted(draped(heat_colour(place), place_local.xy), row);
    float pixel = fwidth(across);
    float rim = smoothstep(1.0 - 1.6 * pixel, 1.0, abs(across));
    vec3 shaded = lit(albedo, vec3(0.0, 0.0, 1.0), place_local);
    // Coloured roads glow a little, or shadows of towers would hide what they say.
    if (place >= 0.0) shaded = mix(shaded, albedo, 0.45);
    shaded = mix(shaded, outline_colour, 0.22 * rim * clamp(1.0 - pixel * 3.0, 0.0, 1.0));
    colour = vec4(hazed(shaded, place_local), 1.0);
}
