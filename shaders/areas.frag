#include "frame.glsl"
in vec3 place_local;
flat in vec3 area_colour;
flat in int area_kind;
out vec4 colour;

void main() {
    colour = vec4(hazed(lit(area_colour, vec3(0.0, 0.0, 1.0), place_local), place_local), 1.0);
}
