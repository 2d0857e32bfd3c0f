// deck.gl: extruded polygons. A GeoJSON goes through GeoJsonLayer, as its documentation shows first; a FlatGeobuf is read
// into flat arrays for SolidPolygonLayer with normalisation off, as its performance guide advises.
import { Deck, MapView } from "@deck.gl/core";
import { GeoJsonLayer, SolidPolygonLayer } from "@deck.gl/layers";
import { color_of, measure, next_frame, pixels_of, wait_for_gpu, zoom_of } from "./common.js";
import { read_flatgeobuf } from "./flatgeobuf.js";

class DeckPeer {
    step = 0;
    data = null;
    tiled = false;

    constructor(camera, size) {
        this.camera = camera;
        this.size = size;
        const view = new MapView({ fovy: camera.fov_deg, farZMultiplier: 2 });
        this.ready = new Promise((resolve, reject) => {
            this.deck = new Deck({
                parent: document.getElementById("view"), width: size.width, height: size.height, useDevicePixels: false,
                views: view, viewState: this.view_state(camera.heading_deg), controller: false, layers: [],
                deviceProps: { type: "webgl", webgl: { antialias: false } },
                onDeviceInitialized: (device) => { this.gl = device.gl; },
                onLoad: resolve, onError: reject,
            });
        });
    }

    view_state(heading_deg) {
        const { lon_deg, lat_deg, pitch_deg } = this.camera;
        return { longitude: lon_deg, latitude: lat_deg, zoom: zoom_of(this.camera, this.size.height), bearing: heading_deg, pitch: 90 - pitch_deg };
    }

    layer() {
        const { step } = this, extruded = { id: "buildings", extruded: true, pickable: false, updateTriggers: { getFillColor: step } };
        if (typeof this.data === "string")
            return new GeoJsonLayer({ ...extruded, data: this.data, stroked: false, getElevation: (feature) => feature.properties.height_m,
                                      getFillColor: (_, { index }) => color_of(index, step), onDataLoad: (data) => { this.count = data.features.length; } });
        const { polygons, building_of, height_m } = this.data;
        return new SolidPolygonLayer({ ...extruded, data: { length: polygons.length }, positionFormat: "XY", _normalize: false, _windingOrder: "CCW",
                                       getPolygon: (_, { index }) => polygons[index], getElevation: (_, { index }) => height_m[building_of[index]],
                                       getFillColor: (_, { index }) => color_of(building_of[index], step) });
    }

    async load(url) {
        if (url.endsWith(".fgb")) {
            this.data = await read_flatgeobuf(url);
            this.count = this.data.height_m.length;
        } else {
            this.data = new URL(url, location.href).href;
        }
        this.deck.setProps({ layers: [this.layer()] });
        // Complete once the data is in, the shaders are linked and something covers the ground.
        for (;;) {
            this.deck.redraw("first frame");
            const loaded = this.deck.layerManager.getLayers().every((layer) => layer.isLoaded);
            if (loaded && pixels_of(this.gl).covered > 0) return;
            await next_frame();
        }
    }

    draw(heading_deg) {
        this.deck.setProps({ viewState: this.view_state(heading_deg) });
        this.deck.redraw("orbit");
        wait_for_gpu(this.gl);
    }

    async settle(heading_deg) {
        await next_frame();
        this.draw(heading_deg);
        return pixels_of(this.gl);
    }

    async recolour(step) {
        this.step = step;
        this.deck.setProps({ layers: [this.layer()] });
        this.deck.layerManager.updateLayers();  // now, rather than in deck's next animation frame
        this.deck.redraw("recolour");
        wait_for_gpu(this.gl);
    }

    buildings() { return this.count; }
}

window.open_peer = async (camera, size) => {
    window.peer = new DeckPeer(camera, size);
    await window.peer.ready;
};
window.measure_peer = (options) => measure(window.peer, options);
