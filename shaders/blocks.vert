// A block is a box, of which the top and the two sides that face the eye are made from the vertex number, four vertices a
// face (render/gl/quads.h). Low blocks far away are drawn as tops alone.
uniform usamplerBuffer quad_words;  // two texels a block: middle x y, half an edge | half the other, height, row
uniform int sides;                  // 0: faces are tops, one a block; 1: sides, two a block
#include "frame.glsl"
#include "lean.glsl"
out vec3 place_local;
flat out vec3 normal;
flat out int row;
#ifdef FACE_COLOURS
#include "face.glsl"
#endif

void main() {
    int face = gl_VertexID >> 2, block = 2 * (face >> sides);
    uvec3 first = texelFetch(quad_words, block).rgb, second = texelFetch(quad_words, block + 1).rgb;
    vec4 box = uintBitsToFloat(uvec4(first, second.x));
    float top_m = uintBitsToFloat(second.y);
    row = int(second.z);
    // Along and up.
    vec2 corner = vec2((gl_VertexID & 1) == 1 ? 1.0 : -1.0, (gl_VertexID & 2) == 2 ? 1.0 : 0.0);
    vec2 on;
    float up = corner.y;
    if (sides == 0) {
        on = vec2(corner.x, 2.0 * corner.y - 1.0);
        up = 1.0;
        normal = vec3(0.0, 0.0, 1.0);
    } else {
        // Outwards and along, counter-clockwise seen from outside.
        vec2 out_of = (face & 1) == 0 ? vec2(eye_local.x < box.x ? -1 : 1, 0) : vec2(0, eye_local.y < box.y ? -1 : 1);
        on = out_of + vec2(-out_of.y, out_of.x) * corner.x;
        normal = vec3(out_of, 0.0);
    }
    place_local = vec3(box.xy + on * box.zw, up * top_m);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
    if (sides == 0) place_local.z -= top_m * leaning(on * 0.7071, place_local, top_m, gl_Position.w);
#ifdef FACE_COLOURS
    float place = place_of(row);
    colour_face(marked(heat_colour(place), row), place, normal, place_local);
#endif
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
