// One instance is one prism: five faces of two triangles from the vertex number.
layout(location = 0) in vec4 column;    // x, y of its middle, height, place on the colour scale
layout(location = 1) in uint cell;
uniform float cell_m;
#include "frame.glsl"
out vec3 place_local;
out vec2 on_face_m;
flat out vec2 face_size_m;
flat out vec3 normal;
flat out float place;
flat out int row;

void main() {
    row = int(cell);
    place = column.w;
    int face = gl_VertexID / 6, corner = gl_VertexID % 6;
    vec2 at = vec2(corner == 1 || corner == 2 || corner == 4, corner == 2 || corner == 4 || corner == 5);
    const float share = 0.84;           // a gap, so that columns of one height stay apart
    float half_m = 0.5 * share * cell_m;
    if (face == 4) {
        normal = vec3(0.0, 0.0, 1.0);
        place_local = vec3(column.xy + (2.0 * at - 1.0) * half_m, column.z);
        face_size_m = vec2(2.0 * half_m);
    } else {
        vec2 out_ = face == 0 ? vec2(1.0, 0.0) : face == 1 ? vec2(0.0, 1.0) : face == 2 ? vec2(-1.0, 0.0) : vec2(0.0, -1.0);
        normal = vec3(out_, 0.0);
        vec2 along = vec2(-out_.y, out_.x);
        place_local = vec3(column.xy + out_ * half_m + along * (2.0 * at.x - 1.0) * half_m, at.y * column.z);
        face_size_m = vec2(2.0 * half_m, column.z);
    }
    on_face_m = at * face_size_m;
    gl_Position = clip_from_local * vec4(place_local, 1.0);
}
