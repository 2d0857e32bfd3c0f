#ifndef FACE_COLOURS
#include "hatching.glsl"
#endif
uniform samplerBuffer row_places;  // 0..1 for -2..1, see render/place_code.h
uniform usamplerBuffer row_marks;  // 0..255: how much of the row is chosen together with others
uniform sampler2D colour_scale;  // one row of texels
uniform vec3 plain_colour;
uniform vec3 missing_colour;
uniform int selected_row;
uniform int hovered_row;
uniform vec3 selection_colour;

// A value's place on the colour scale, 0..1, looked up by row. Below zero: -1 missing, -2 plain.
float place_of(int row) { return 3.0 * texelFetch(row_places, row).r - 2.0; }

vec3 heat_colour(float place) {
    if (place < -1.5) return plain_colour;
#ifdef FACE_COLOURS
    if (place < -0.5) return missing_colour;  // face.frag hatches it
    // Per corner, and to the nearest of 256 colours: filtering would cost software renderers more than all else here.
    return texelFetch(colour_scale, ivec2(int(place * 255.0 + 0.5), 0), 0).rgb;
#else
    if (place < -0.5) return missing_colour * hatching();
#endif
    return texture(colour_scale, vec2(place * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;
}

vec3 marked(vec3 colour, int row) { return mix(colour, selection_colour, 0.55 * float(texelFetch(row_marks, row).r) / 255.0); }

vec3 highlighted(vec3 colour, int row) {
    if (row == selected_row) return mix(colour, selection_colour, 0.75);
    if (row == hovered_row) return mix(colour, selection_colour, 0.38);
    return marked(colour, row);
}
