#include "frame.glsl"
#include "heat.glsl"
#include "field.glsl"
in vec3 place_local;
flat in int row;
out vec4 colour;

void main() {
    vec3 albedo = highlighted(draped(heat_colour(place_of(row)), place_local.xy), row);
    vec3 normal = normalize(cross(dFdx(place_local), dFdy(place_local)));
    if (normal.z < 0.0) normal = -normal;
    // A flat roof far away has no stable derivative.
    if (!(normal.z > 0.3)) normal = vec3(0.0, 0.0, 1.0);
    colour = vec4(hazed(lit(mix(albedo, vec3(1.0), 0.05), normal, place_local), place_local), 1.0);
}
