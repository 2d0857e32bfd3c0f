#include "frame.glsl"
uniform vec4 field_low_and_size_m;
out vec3 place_local;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
    place_local = vec3(field_low_and_size_m.xy + corner * field_low_and_size_m.zw, 0.0);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
