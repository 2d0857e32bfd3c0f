// Far away, where a building is about a pixel high, its sides are not drawn: its roof leans towards the eye instead, from
// its eaves at the back to the ground in front, and covers what roof and sides would.
//
//      eye          ____                   .
//         \        |    |        ->      ,'
//          \_      |    |              ,'
//
uniform float lean_px_m;  // pixels that a metre covers at a distance of one; 0: nothing leans

// How much of its height a corner gives up. `outward` points out of the building there; away_m is the distance.
float leaning(vec2 outward, vec3 corner, float height_m, float away_m) {
    vec2 to_eye = normalize(eye_local.xy - corner.xy + 1e-6);
    float low = 1.0 - smoothstep(1.0, 1.5, height_m * lean_px_m / away_m);
    return lean_px_m > 0.0 && outward != vec2(0.0) ? low * clamp(0.5 + 0.7 * dot(outward, to_eye), 0.0, 1.0) : 0.0;
}
