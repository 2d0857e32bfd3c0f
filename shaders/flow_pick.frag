in vec2 on_way_m;
in float half_m;
flat in float length_m;
flat in int row;
uniform uint kind_bit;
out uint picked;

void main() {
    if (length(vec2(on_way_m.x - clamp(on_way_m.x, 0.0, length_m), on_way_m.y)) > half_m) discard;
    picked = uint(row + 1) | kind_bit;
}
