// One instance is one block: a box without its underside, ten triangles from the vertex number.
layout(location = 0) in vec4 box;        // middle x y, half edges
layout(location = 1) in float top_m;
layout(location = 2) in uint block;
#include "frame.glsl"
out vec3 place_local;
flat out vec3 normal;
flat out int row;

void main() {
    row = int(block);
    int face = gl_VertexID / 6;
    // Two triangles of a face, as corners along and up.
    const vec2 corners[6] = vec2[6](vec2(-1, 0), vec2(1, 0), vec2(-1, 1), vec2(-1, 1), vec2(1, 0), vec2(1, 1));
    vec2 corner = corners[gl_VertexID % 6];
    vec2 on;
    float up = corner.y;
    if (face == 4) {
        on = vec2(corner.x, 2.0 * corner.y - 1.0);
        up = 1.0;
        normal = vec3(0.0, 0.0, 1.0);
    } else {
        // South, east, north, west: outwards and along, counter-clockwise seen from outside.
        vec2 out_of = face == 0 ? vec2(0, -1) : face == 1 ? vec2(1, 0) : face == 2 ? vec2(0, 1) : vec2(-1, 0);
        on = out_of + vec2(-out_of.y, out_of.x) * corner.x;
        normal = vec3(out_of, 0.0);
    }
    place_local = vec3(box.xy + on * box.zw, up * top_m);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
