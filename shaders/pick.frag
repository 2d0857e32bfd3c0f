flat in int row;
uniform uint kind_bit;
out uint picked;

void main() { picked = uint(row + 1) | kind_bit; }
