layout(location = 0) in vec3 corner;    // x, y, rise above the eaves
layout(location = 1) in uint building;
uniform samplerBuffer building_heights;
#include "frame.glsl"
out vec3 place_local;
flat out int row;

void main() {
    row = int(building);
    place_local = vec3(corner.xy, texelFetch(building_heights, row).g + corner.z);
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
