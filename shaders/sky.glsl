// The colour of the sky in a direction. Haze uses it too, so the ground runs into the horizon without a seam.
uniform vec3 sun_direction;      // towards the sun
uniform vec3 zenith_colour;
uniform vec3 horizon_colour;
uniform vec3 sun_glow;           // around the sun; stronger when it stands low

vec3 sky_at(vec3 ray) {
    float up = clamp(ray.z, 0.0, 1.0);
    float towards = max(dot(ray, sun_direction), 0.0);
    float low = 1.0 - up;
    float wide = towards * towards * towards * low * low;
    float close = pow(towards, 48.0);
    return mix(horizon_colour, zenith_colour, 1.0 - low * low * low) + sun_glow * (0.55 * wide + 0.45 * close);
}

// The same at the horizon, where haze gathers: cheap enough for every pixel.
vec3 horizon_at(vec3 ray) {
    float towards = max(dot(ray, sun_direction), 0.0);
    return horizon_colour + sun_glow * (0.55 * towards * towards * towards);
}
