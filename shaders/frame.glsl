// What every pass knows of the frame.
#include "sky.glsl"
uniform mat4 clip_from_local;
uniform mat4 shadow_from_local;
uniform vec3 eye_local;
uniform vec3 sun_colour;         // linear light on a surface that faces the sun
uniform vec3 sky_colour;         // linear light from an open sky
uniform float haze_distance_m;   // where about two thirds of a thing is haze
uniform float shadow_strength;   // 0: no shadow map
uniform float shadow_texel_m;
uniform sampler2DShadow shadow_map;
uniform sampler2D height_map;    // mean height of what is built, coarser with each level
uniform vec3 height_map_place;   // low corner, 1 / edge in metres
uniform float height_map_texel_m;
uniform float occlusion_strength;  // 0: no height map

vec3 hazed(vec3 colour, vec3 place_local) {
    vec3 ray = place_local - eye_local;
    float away_m = length(ray);
    float share = 1.0 - exp(-pow(away_m / haze_distance_m, 1.6));
    return mix(colour, horizon_at(ray / away_m), min(share, 0.96));
}

// 3 x 3 bilinear comparisons over five texels, outer ones weighing less: a penumbra, not a staircase.
float sunlit_share(vec3 place_local, vec3 normal) {
#ifdef NO_SHADE
    return 1.0;
#endif
    if (shadow_strength <= 0.0) return 1.0;
    // Pushed off the surface along its normal by a texel and a half, or it would shade itself.
    vec4 clip = shadow_from_local * vec4(place_local + normal * max(1.6 * shadow_texel_m, 0.25), 1.0);
    vec3 at = clip.xyz * 0.5 + 0.5;
    if (any(lessThan(at, vec3(0.0))) || any(greaterThan(at, vec3(1.0)))) return 1.0;
    vec2 texel = 1.0 / vec2(textureSize(shadow_map, 0));
    float sum = 0.0;
    for (int x = -1; x <= 1; ++x)
        for (int y = -1; y <= 1; ++y) {
            float weight = (x == 0 ? 2.0 : 1.0) * (y == 0 ? 2.0 : 1.0);
            sum += weight * texture(shadow_map, vec3(at.xy + 1.4 * vec2(x, y) * texel, at.z - 0.0004));
        }
    return mix(1.0, sum / 16.0, shadow_strength);
}

// How much of the sky a place sees. What stands around is known as its mean height within ever wider
// squares (the levels of the height map): one that is higher than the place by its own width hides its share.
//
//        ___
//       |   |  . p   level 1, 2: nothing     level 3: the tower's mean is above p, hides a part
//  _____|   |__|__________
float open_sky(vec3 place_local, vec3 normal) {
#ifdef NO_SHADE
    return 1.0;
#endif
    if (occlusion_strength <= 0.0) return 1.0;
    float hidden = 0.0, reach_m = 2.0 * height_map_texel_m;
    for (int level = 1; level <= 5; ++level) {
        // In front of a wall only, a texel and a half away: what is behind it is out of sight already.
        vec2 at = (place_local.xy + normal.xy * (1.5 * reach_m) - height_map_place.xy) * height_map_place.z;
        float above_m = textureLod(height_map, at, float(level)).r - max(place_local.z, 0.0) - 0.3;  // the ground is drawn deeper from afar
        // The finest level is as coarse as a texel: it only hints.
        hidden += (level == 1 ? 0.5 : 1.0) * clamp(above_m / (0.9 * reach_m), 0.0, 1.0);
        reach_m *= 2.0;
    }
    return 1.0 - occlusion_strength * min(0.34 * hidden, 1.0);
}

// Light adds up in linear terms; squares and roots stand for the display's curve. A flat roof under the
// fixed sun keeps its colour, so that it can be looked up in the legend.
vec3 lit(vec3 albedo, vec3 normal, vec3 place_local) {
    float sun = max(dot(normal, sun_direction), 0.0);
    if (sun > 0.0) sun *= sunlit_share(place_local, normal);
    float open = open_sky(place_local, normal);
    float up = 0.5 + 0.5 * normal.z;
    vec3 light = sun_colour * sun * mix(0.75, 1.0, open) + sky_colour * mix(0.52, 1.0, up) * open;
    return sqrt(albedo * albedo * light);
}
