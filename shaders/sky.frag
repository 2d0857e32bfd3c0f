#include "sky.glsl"
in vec2 at;
uniform mat4 ray_from_clip;
out vec4 colour;

void main() {
    vec4 far = ray_from_clip * vec4(at, 1.0, 1.0);
    vec3 ray = normalize(far.xyz / far.w);
    float disc = smoothstep(0.99955, 0.99985, dot(ray, sun_direction));
    colour = vec4(sky_at(ray) + sun_glow * disc, 1.0);
}
