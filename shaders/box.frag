// A picture drawn larger, averaged down: side x side pixels become one.
in vec2 at;
uniform sampler2D drawn;
uniform int side;
out vec4 colour;

void main() {
    ivec2 low = ivec2(gl_FragCoord.xy) * side;
    vec4 sum = vec4(0.0);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) sum += texelFetch(drawn, low + ivec2(x, y), 0);
    colour = sum / float(side * side);
}
