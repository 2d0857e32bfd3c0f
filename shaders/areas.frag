#include "frame.glsl"
in vec3 place_local;
flat in vec3 area_colour;
flat in int area_kind;
out vec4 colour;

// A smooth pattern without a texture: four sines that never line up.
float pattern(vec2 at) {
    return sin(at.x * 0.83 + at.y * 0.41) + sin(at.x * -0.37 + at.y * 0.93) + sin(at.x * 1.71 - at.y * 1.13) * 0.5 + sin(at.y * 1.97 + at.x * 0.23) * 0.5;
}

void main() {
    vec3 up = vec3(0.0, 0.0, 1.0);
    vec3 shown;
    if (area_kind == 0) {
        // Water: the sky in it grows towards the horizon, the sun glitters.
        vec3 ray = normalize(place_local - eye_local);
        float wave_m = 9.0;
        float flat_share = clamp(1.0 - 1.5 * fwidth(place_local.x / wave_m), 0.0, 1.0);
        float wave = pattern(place_local.xy / wave_m) * flat_share;
        vec3 normal = normalize(vec3(0.012 * wave, 0.012 * pattern(place_local.yx / wave_m + 3.0) * flat_share, 1.0));
        vec3 mirrored = reflect(ray, normal);
        mirrored.z = abs(mirrored.z);
        float facing = 1.0 - clamp(-ray.z, 0.0, 1.0);
        float mirror = 0.04 + 0.62 * facing * facing * facing * facing;
        float glint = pow(max(dot(mirrored, sun_direction), 0.0), 180.0) * 0.35;
        shown = mix(lit(area_colour, up, place_local), sky_at(mirrored), mirror) + sun_glow * glint;
    } else {
        vec3 albedo = area_colour;
        if (area_kind == 1) albedo *= 1.0 + 0.025 * pattern(place_local.xy / 6.0) * clamp(1.0 - 2.0 * fwidth(place_local.x / 6.0), 0.0, 1.0);
        shown = lit(albedo, up, place_local);
    }
    colour = vec4(hazed(shown, place_local), 1.0);
}
