// One page in headless Chromium, measured once:
//   node browser.mjs PAGE FILE CAMERA_JSON BUILDINGS OUT.png
// PAGE is deckgl or maplibre; one line of JSON goes to stdout. Needs an X display, or PEERS_GL=swiftshader.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { watch_memory } from "./lib/memory.mjs";
import { serve } from "./lib/server.mjs";

const [page_name, file, camera_json, buildings, picture] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url)), size = { width: 1280, height: 720 };
const camera = JSON.parse(camera_json), work = mkdtempSync(join(tmpdir(), "peers-"));

await build({ entryPoints: [join(here, "pages", `${page_name}.js`)], outdir: join(work, "bundle"), bundle: true, format: "esm", minify: true,
              external: ["/node_modules/*"], define: { "process.env.NODE_ENV": '"production"' }, logLevel: "error" });
const server = await serve({ "/bundle/": join(work, "bundle"), "/node_modules/": join(here, "node_modules"), "/data/": dirname(resolve(file)) }, join(here, "pages", "page.html"));
readFileSync(file);  // into the page cache

// The software renderer that Twinscape draws with, unless told otherwise; it needs an X display, headless Chromium has SwiftShader only.
const headless = process.env.PEERS_GL === "swiftshader";
const gl_flags = headless ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : ["--use-gl=angle", "--use-angle=gl", "--ozone-platform=x11"];
const launched = performance.now();
const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless, pipe: true, userDataDir: join(work, "profile"), protocolTimeout: 1_200_000,
    args: [...gl_flags, "--no-sandbox", "--disable-gpu-sandbox", "--ignore-gpu-blocklist", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
           "--force-device-scale-factor=1", "--hide-scrollbars", "--window-size=1300,900"],
});
const memory = watch_memory(browser.process().pid);
try {
    const page = await browser.newPage();
    await page.setViewport(size);
    const failures = [];
    page.on("pageerror", (error) => failures.push(error.message));
    page.on("console", (message) => { if (message.type() === "error") failures.push(message.text()); });
    await page.goto(`${server.url}/page/${page_name}`, { waitUntil: "load" });
    await page.waitForFunction("window.open_peer");
    await page.evaluate((...options) => window.open_peer(...options), camera, size, Number(buildings));
    const startup_s = (performance.now() - launched) / 1e3, empty_mb = memory.now_mb();
    const measured = await page.evaluate((options) => window.measure_peer(options),
                                         { url: `/data/${basename(file)}`, frames: Number(process.env.PEERS_FRAMES ?? 30), recolours: 5, heading_deg: camera.heading_deg });
    const peak_rss_mb = memory.peak_mb();
    await page.screenshot({ path: picture });
    const version = await browser.version();
    if (failures.length) console.error(failures.join("\n"));
    console.log(JSON.stringify({ ...measured, startup_s, empty_mb, peak_rss_mb, version }));
} finally {
    memory.stop();
    await browser.close();
    server.close();
    rmSync(work, { recursive: true, force: true });
}
