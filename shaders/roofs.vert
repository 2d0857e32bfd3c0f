layout(location = 0) in vec3 corner;    // x, y, rise above the eaves
layout(location = 1) in uint building;
layout(location = 2) in vec2 outward;   // far roofs only: out of the building at this corner
uniform samplerBuffer building_heights;
#include "frame.glsl"
#include "lean.glsl"
out vec3 place_local;
flat out int row;
#ifdef FACE_COLOURS
#include "face.glsl"
#endif

void main() {
    row = int(building);
    vec2 base_top = texelFetch(building_heights, row).rg;
    place_local = vec3(corner.xy, base_top.g + corner.z);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
    float height_m = base_top.g - base_top.r;
    place_local.z -= height_m * leaning(outward, place_local, height_m, gl_Position.w);
#ifdef FACE_COLOURS
    float place = place_of(row);
    colour_face(highlighted(heat_colour(place), row), place, vec3(0.0, 0.0, 1.0), place_local);
#endif
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
