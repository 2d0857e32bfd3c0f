// MapLibre GL JS: a fill-extrusion layer over a GeoJSON source that is cut no finer than this view needs; at its finest level it
// simplifies nothing. The colour is feature state, which its documentation gives for values that change.
import { Map as MapLibreMap } from "/node_modules/maplibre-gl/dist/maplibre-gl.mjs";
import { measure, next_frame, pixels_of, ramp, value_of, wait_for_gpu, zoom_of } from "./common.js";

/** A colour for a value in 0..1. */
const color_expression = (value) => ["interpolate", ["linear"], value, ...ramp.flatMap((rgb, i) => [i / (ramp.length - 1), `rgb(${rgb})`])];
class MapLibrePeer {
    tiled = true;

    constructor(camera, size) {
        this.camera = camera;
        this.zoom = zoom_of(camera, size.height);
        this.map = new MapLibreMap({
            container: "view", style: { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#ffffff" } }] },
            center: [camera.lon_deg, camera.lat_deg], zoom: this.zoom, bearing: camera.heading_deg, pitch: 90 - camera.pitch_deg,
            pixelRatio: 1, interactive: false, attributionControl: false, fadeDuration: 0, maxPitch: 85,
            canvasContextAttributes: { antialias: false },
        });
        this.map.setVerticalFieldOfView(camera.fov_deg);
        this.gl = this.map.getCanvas().getContext("webgl2");
        this.ready = this.map.once("load");
    }

    /** Resolves in the task that drew the last frame: tiles in, nothing left to do. */
    idle() {
        return new Promise((resolve, reject) => {
            this.map.once("error", ({ error }) => reject(error));
            this.map.once("idle", () => { wait_for_gpu(this.gl); resolve(); });
            this.map.triggerRepaint();
        });
    }

    async load(url) {
        this.map.addSource("city", { type: "geojson", data: new URL(url, location.href).href, generateId: true, maxzoom: Math.floor(this.zoom) });
        this.map.addLayer({ id: "buildings", type: "fill-extrusion", source: "city",
                            paint: { "fill-extrusion-height": ["get", "height_m"], "fill-extrusion-color": color_expression(["number", ["feature-state", "value"], 0.5]) } });
        do await this.idle(); while (!this.map.isSourceLoaded("city"));
    }

    draw(heading_deg) {
        this.map.jumpTo({ bearing: heading_deg });
        this.map.redraw();
        wait_for_gpu(this.gl);
    }

    async settle(heading_deg) {
        this.map.jumpTo({ bearing: heading_deg });
        await this.idle();
        return pixels_of(this.gl);
    }

    async recolour(step) {
        for (let id = 0; id < this.count; ++id) this.map.setFeatureState({ source: "city", id }, { value: value_of(id, step) });
        await this.idle();
    }

    /** Buildings in view, counted after the times are taken. */
    buildings() { return new Set(this.map.queryRenderedFeatures({ layers: ["buildings"] }).map((feature) => feature.id)).size; }
}

window.open_peer = async (camera, size, count) => {
    window.peer = new MapLibrePeer(camera, size);
    window.peer.count = count;
    await window.peer.ready;
    await next_frame();
};
window.measure_peer = (options) => measure(window.peer, options);
