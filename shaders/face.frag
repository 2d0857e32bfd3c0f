#include "hatching.glsl"
flat in vec3 face_colour;
flat in float face_missing;
out vec4 colour;

void main() { colour = vec4(face_colour * mix(1.0, hatching(), face_missing), 1.0); }
