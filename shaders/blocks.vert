// One instance is one block: a box, of which the top and the two sides that face the eye are made from the vertex number.
// The first face is the top: low blocks far away are drawn as that alone, a strip of four vertices.
layout(location = 0) in vec4 box;        // middle x y, half edges
layout(location = 1) in float top_m;
layout(location = 2) in uint block;
#include "frame.glsl"
#include "lean.glsl"
out vec3 place_local;
flat out vec3 normal;
flat out int row;
#ifdef FACE_COLOURS
#include "face.glsl"
#endif

void main() {
    row = int(block);
    int face = gl_VertexID / 6;
    // Two triangles of a face, as corners along and up; the first four are a strip as well.
    const vec2 corners[6] = vec2[6](vec2(-1, 0), vec2(1, 0), vec2(-1, 1), vec2(1, 1), vec2(-1, 1), vec2(1, 0));
    vec2 corner = corners[gl_VertexID % 6];
    vec2 on;
    float up = corner.y;
    if (face == 0) {
        on = vec2(corner.x, 2.0 * corner.y - 1.0);
        up = 1.0;
        normal = vec3(0.0, 0.0, 1.0);
    } else {
        // Outwards and along, counter-clockwise seen from outside.
        vec2 out_of = face == 1 ? vec2(eye_local.x < box.x ? -1 : 1, 0) : vec2(0, eye_local.y < box.y ? -1 : 1);
        on = out_of + vec2(-out_of.y, out_of.x) * corner.x;
        normal = vec3(out_of, 0.0);
    }
    place_local = vec3(box.xy + on * box.zw, up * top_m);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
    if (face == 0) place_local.z -= top_m * leaning(on * 0.7071, place_local, top_m, gl_Position.w);
#ifdef FACE_COLOURS
    float value = texelFetch(row_values, row).r;
    colour_face(marked(heat_colour(value), row), value, normal, place_local);
#endif
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
