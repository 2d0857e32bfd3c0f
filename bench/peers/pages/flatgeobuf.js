// A FlatGeobuf file -> flat coordinate arrays, one entry a polygon, and the columns of every building.
import { deserialize, GeometryType, parseProperties } from "flatgeobuf/lib/mjs/generic.js";

/** Coordinates as they lie in the file, and where its holes begin. */
function polygon_of(geometry) {
    const positions = geometry.xyArray(), ends = geometry.endsArray();
    return { positions, holeIndices: ends && ends.length > 1 ? Array.from(ends.subarray(0, -1), (end) => 2 * end) : null };
}

export async function read_flatgeobuf(url) {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const polygons = [], building_of = [], height_m = [], properties = [];
    const add = (id, feature, header) => {
        const geometry = feature.geometry(), columns = parseProperties(feature, header.columns);
        const type = header.geometryType || geometry.type();
        if (type === GeometryType.MultiPolygon)
            for (let part = 0; part < geometry.partsLength(); ++part) { polygons.push(polygon_of(geometry.parts(part))); building_of.push(id); }
        else { polygons.push(polygon_of(geometry)); building_of.push(id); }
        properties.push(columns);
        height_m.push(columns.height_m);
    };
    for await (const _ of deserialize(bytes, { fromFeature: add })) { /* add() has kept it */ }
    return { polygons, building_of, height_m, properties };
}
