out vec2 at;
void main() {
    // One triangle over the whole view.
    at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    gl_Position = vec4(at, 0.9999, 1.0);
}
