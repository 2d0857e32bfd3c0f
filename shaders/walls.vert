// Four vertices are one wall (render/gl/quads.h): corners come from the vertex number, base and eaves from the building.
uniform usamplerBuffer quad_words;       // five a wall: x0 y0 x1 y1, building
uniform samplerBuffer building_heights;  // base, eaves
#include "frame.glsl"
out vec3 place_local;
out vec2 on_wall_m;                      // along the wall, above its base
flat out vec2 wall_size_m;
flat out vec3 normal;
flat out int row;
#ifdef FACE_COLOURS
#include "face.glsl"
#endif

void main() {
    int wall = 5 * (gl_VertexID >> 2);
    vec4 edge = uintBitsToFloat(uvec4(texelFetch(quad_words, wall).r, texelFetch(quad_words, wall + 1).r, texelFetch(quad_words, wall + 2).r, texelFetch(quad_words, wall + 3).r));
    row = int(texelFetch(quad_words, wall + 4).r);
    vec2 base_top = texelFetch(building_heights, row).rg;
    bool at_end = (gl_VertexID & 1) == 1, at_top = (gl_VertexID & 2) == 2;
    vec2 along = edge.zw - edge.xy;
    place_local = vec3(at_end ? edge.zw : edge.xy, at_top ? base_top.y : base_top.x);
    wall_size_m = vec2(length(along), base_top.y - base_top.x);
    on_wall_m = vec2(at_end ? wall_size_m.x : 0.0, at_top ? wall_size_m.y : 0.0);
    normal = wall_size_m.x > 0.0 ? vec3(along.y, -along.x, 0.0) / wall_size_m.x : vec3(1.0, 0.0, 0.0);
#ifdef FACE_COLOURS
    float place = place_of(row);
    colour_face(highlighted(heat_colour(place), row), place, normal, place_local);
#endif
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
