layout(location = 0) in vec4 corner;    // x, y, z, across -1..1
layout(location = 1) in uint road;
#include "frame.glsl"
out vec3 place_local;
out float across;
flat out int row;
flat out int tunnel;

void main() {
    row = int(road & 0x7fffffffu);
    tunnel = int(road >> 31);
    across = corner.w;
    place_local = corner.xyz;
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
