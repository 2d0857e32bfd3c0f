layout(location = 0) in vec2 corner;    // -1..1 around the city
#include "frame.glsl"
uniform vec3 ground_centre_and_reach;
uniform float ground_z_m;
out vec3 place_local;

void main() {
    place_local = vec3(ground_centre_and_reach.xy + corner * ground_centre_and_reach.z, ground_z_m);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
