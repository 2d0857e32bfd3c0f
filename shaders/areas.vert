layout(location = 0) in vec2 corner;
layout(location = 1) in uint kind;
#include "frame.glsl"
uniform float area_height_m;
uniform vec3 area_colours[6];
out vec3 place_local;
flat out vec3 area_colour;
flat out int area_kind;

void main() {
    area_kind = int(kind);
    area_colour = area_colours[min(area_kind, 5)];
    place_local = vec3(corner, area_kind == 0 ? area_height_m + 0.06 : area_height_m + (area_kind == 1 ? 0.04 : 0.0));
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
