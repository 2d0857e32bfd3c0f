// The height map: metres above ground, seen from straight above.
in vec3 place_local;
out float height_m;

void main() { height_m = place_local.z; }
