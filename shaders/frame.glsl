// What every pass knows of the frame.
uniform mat4 clip_from_local;
uniform mat4 shadow_from_local;
uniform vec3 eye_local;
uniform vec3 sun_direction;      // towards the sun
uniform vec3 sun_colour;
uniform vec3 sky_colour;         // light from above where the sun does not reach
uniform vec3 haze_colour;
uniform float haze_distance_m;   // where about two thirds of a thing is haze
uniform float shadow_strength;   // 0: no shadow map
uniform sampler2DShadow shadow_map;

vec3 hazed(vec3 colour, vec3 place_local) {
    float away_m = distance(place_local, eye_local);
    float share = 1.0 - exp(-pow(away_m / haze_distance_m, 1.6));
    return mix(colour, haze_colour, clamp(share, 0.0, 0.82));
}

float sunlit_share(vec3 place_local, vec3 normal) {
    if (shadow_strength <= 0.0) return 1.0;
    // Pushed off the surface along its normal, or it would shade itself.
    vec4 clip = shadow_from_local * vec4(place_local + normal * 0.9, 1.0);
    vec3 at = clip.xyz * 0.5 + 0.5;
    if (any(lessThan(at, vec3(0.0))) || any(greaterThan(at, vec3(1.0)))) return 1.0;
    vec2 texel = 1.0 / vec2(textureSize(shadow_map, 0));
    float sum = 0.0;
    for (int x = -1; x <= 1; ++x)
        for (int y = -1; y <= 1; ++y) sum += texture(shadow_map, vec3(at.xy + vec2(x, y) * texel, at.z - 0.0006));
    return mix(1.0, sum / 9.0, shadow_strength);
}

vec3 lit(vec3 albedo, vec3 normal, vec3 place_local) {
    float sun = max(dot(normal, sun_direction), 0.0) * sunlit_share(place_local, normal);
    float up = 0.5 + 0.5 * normal.z;
    return albedo * (sun_colour * sun + sky_colour * mix(0.62, 1.0, up));
}
