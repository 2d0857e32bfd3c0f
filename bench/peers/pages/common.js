// What every page shares: the colours, the values that change, and how to know that a frame is really there.

/** Five steps of a ramp from pale to dark, as every program here draws its values. */
export const ramp = [[255, 245, 200], [254, 204, 92], [253, 141, 60], [227, 26, 28], [110, 0, 38]];

/** The value of a building in 0..1 after `step` changes. Every program computes the same. */
export const value_of = (index, step) => (index * 0.618034 + step * 0.137) % 1;

/** The ramp in 256 colours, so that a recolour is one look-up a building. */
export const ramp_256 = Array.from({ length: 256 }, (_, i) => {
    const at = (i / 255) * (ramp.length - 1), low = Math.min(Math.floor(at), ramp.length - 2), share = at - low;
    return ramp[low].map((channel, c) => Math.round(channel + (ramp[low + 1][c] - channel) * share));
});
export const color_of = (index, step) => ramp_256[Math.floor(value_of(index, step) * 255.999)];

/** Web Mercator zoom (512 px tiles) at which a camera `distance_m` away sees `height_px` within `fov_deg`. */
export function zoom_of(camera, height_px) {
    const metres_per_px = camera.distance_m / (height_px / 2 / Math.tan((camera.fov_deg / 2) * Math.PI / 180));
    return Math.log2(40_075_016.686 * Math.cos(camera.lat_deg * Math.PI / 180) / (512 * metres_per_px));
}

/** Waits until the GPU (or its software stand-in) has finished: the pixel cannot be read before. */
export function wait_for_gpu(gl) {
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** How many pixels are not background (white or nothing), and a sum over all of them that changes with any colour. Call it in the task that drew. */
export function pixels_of(gl) {
    const width = gl.drawingBufferWidth, height = gl.drawingBufferHeight, rgba = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, rgba);
    let covered = 0, sum = 0;
    for (let i = 0; i < rgba.length; i += 4) {
        const blue = rgba[i + 2];
        if (rgba[i + 3] > 0 && rgba[i] + rgba[i + 1] + blue < 750) ++covered;
        sum = (sum * 31 + rgba[i] + 3 * rgba[i + 1] + 7 * blue) % 1_000_000_007;
    }
    return { covered, sum };
}

export const next_frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Runs the measurement on one program. `peer` has
 *   load(url)        reads the file and resolves when its first complete frame is there
 *   draw(heading)    draws one frame from `heading` degrees and waits for it
 *   settle(heading)  the same, until nothing more would change (tiles, shaders)
 *   recolour(step)   changes every value and resolves when the frame that shows them is there
 *   tiled            whether an orbit brings in tiles: then it goes round once before it is measured
 *   gl               the context
 * Whoever resolves in the task that drew lets the picture be read.
 */
export async function measure(peer, { url, frames, recolours, heading_deg }) {
    const start = performance.now();
    await peer.load(url);
    const first_frame_s = (performance.now() - start) / 1e3;
    const home = await peer.settle(heading_deg);
    const headings = Array.from({ length: frames }, (_, i) => (heading_deg + (360 * (i + 1)) / frames) % 360);
    if (peer.tiled) for (const heading of headings) await peer.settle(heading);
    const frame_ms = [], seen = new Set();
    for (const heading of headings) {
        const frame_start = performance.now();
        peer.draw(heading);
        frame_ms.push(performance.now() - frame_start);
        seen.add(pixels_of(peer.gl).sum);
    }
    if (seen.size !== frames) throw new Error(`${frames} frames of the orbit gave ${seen.size} different pictures`);
    const recolour_ms = [], sums = new Set([home.sum]);
    await peer.settle(heading_deg);
    for (let step = 1; step <= recolours; ++step) {
        const recolour_start = performance.now();
        await peer.recolour(step);
        recolour_ms.push(performance.now() - recolour_start);
        sums.add(pixels_of(peer.gl).sum);
    }
    if (sums.size !== recolours + 1) throw new Error(`${recolours} recolours gave ${sums.size - 1} different pictures`);
    const { gl } = peer, names = gl.getExtension("WEBGL_debug_renderer_info");
    return { first_frame_s, frame_ms, recolour_ms, covered_px: home.covered, buildings: peer.buildings(),
             gl_renderer: gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER) };
}
