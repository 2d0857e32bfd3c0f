in vec2 at;
uniform mat4 ray_from_clip;
uniform vec3 zenith_colour;
uniform vec3 horizon_colour;
uniform vec3 sun_direction;
uniform vec3 sun_glow;
out vec4 colour;

void main() {
    vec4 far = ray_from_clip * vec4(at, 1.0, 1.0);
    vec3 ray = normalize(far.xyz / far.w);
    float up = clamp(ray.z, 0.0, 1.0);
    vec3 sky = mix(horizon_colour, zenith_colour, pow(up, 0.55));
    sky += sun_glow * pow(max(dot(ray, sun_direction), 0.0), 24.0);
    colour = vec4(sky, 1.0);
}
