// A density on the ground: places on the colour scale on a raster, see render/gpu_overlays.h.
uniform sampler2D field_places;      // place, known
uniform vec4 field_low_and_size_m;
uniform float field_both_ways;       // 1: a difference, nothing is in the middle of the scale

// Cubic B-spline from four bilinear looks: no creases along the raster.
vec2 field_at(vec2 place_local) {
    vec2 size = vec2(textureSize(field_places, 0));
    vec2 at = (place_local - field_low_and_size_m.xy) / field_low_and_size_m.zw * size - 0.5;
    vec2 f = fract(at), base = at - f + 0.5;
    vec2 w0 = (1.0 - f) * (1.0 - f) * (1.0 - f) / 6.0, w3 = f * f * f / 6.0;
    vec2 w1 = 2.0 / 3.0 - 0.5 * f * f * (2.0 - f), w2 = 1.0 - w0 - w1 - w3;
    vec2 g0 = w0 + w1, g1 = w2 + w3;
    vec2 h0 = (base - 1.0 + w1 / g0) / size, h1 = (base + 1.0 + w3 / g1) / size;
    return g0.y * (g0.x * texture(field_places, h0).rg + g1.x * texture(field_places, vec2(h1.x, h0.y)).rg) +
           g1.y * (g0.x * texture(field_places, vec2(h0.x, h1.y)).rg + g1.x * texture(field_places, h1).rg);
}

uniform float field_drape;           // how much of the field shows on what stands on it

// How much there is: 0 nothing to show, 1 to be shown in full.
float field_presence(float place) {
    float amount = field_both_ways > 0.5 ? abs(place - 0.5) * 2.0 : place;
    return smoothstep(0.01, 0.16, amount);
}

// Buildings take on the colour of the ground that they stand on: masses that leave the field to be read.
vec3 draped(vec3 plain, vec2 place_local) {
    if (field_drape <= 0.0) return plain;
    vec2 field = texture(field_places, (place_local - field_low_and_size_m.xy) / field_low_and_size_m.zw).rg;
    return mix(plain, heat_colour(field.r), field_drape * field.g * field_presence(field.r));
}
