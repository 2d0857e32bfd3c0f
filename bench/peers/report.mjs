// results.jsonl -> medians over the runs as JSON and as Markdown:  node report.mjs RESULTS.jsonl OUT.json > table.md
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [results, out] = process.argv.slice(2);
const lines = readFileSync(results, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const locked = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), "package-lock.json"), "utf8")).packages;
const version_of = (name) => locked[`node_modules/${name}`].version;

const sorted = (values) => [...values].sort((a, b) => a - b);
/** The value below which `share` of the values lie, as twinscape bench rounds it. */
const share_of = (values, share) => sorted(values)[Math.floor(share * (values.length - 1) + 0.5)];
const median = (values) => share_of(values, 0.5);

/** Every program's numbers under the same names. */
function same_terms({ program, measured }) {
    const { frame_ms, recolour_ms, first_frame_s, startup_s, peak_rss_mb, empty_mb } = measured;
    // A first picture that the near walls still change is not complete.
    const complete_s = measured.first_frame_is_final === false ? measured.full_detail_s : first_frame_s;
    const common = { first_frame_s: complete_s, startup_s, peak_rss_mb, empty_mb };
    if (program.startsWith("twinscape"))
        return { ...common, frame_ms_p50: measured.frame_ms_p50, frame_ms_p99: measured.frame_ms_p99, recolour_ms: measured.recolour_frame_ms_p50 };
    return { ...common, frame_ms_p50: share_of(frame_ms, 0.5), frame_ms_p99: share_of(frame_ms, 0.99), recolour_ms: median(recolour_ms) };
}

const names = { twinscape: "Twinscape", twinscape_every: "Twinscape, nothing merged", deckgl: `deck.gl ${version_of("@deck.gl/core")}`, maplibre: `MapLibre GL JS ${version_of("maplibre-gl")}`, qgis: "QGIS, 2D map" };
const files = { fgb: "FlatGeobuf", geojson: "GeoJSON" };
const city_names = { california: "Sample city", san_francisco: "San Francisco citywide" };
const order = Object.keys(names).flatMap((program) => Object.keys(files).map((file) => [program, file]));

const number = (value) => value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const summary = [];
for (const city of new Set(lines.map((line) => line.city))) {
    for (const [program, file] of order) {
        const runs = lines.filter((line) => line.city === city && line.program === program && line.file === file);
        if (runs.length === 0) continue;
        const terms = runs.map(same_terms), row = { city, program, file, runs: runs.length, buildings: runs[0].measured.buildings };
        for (const key of Object.keys(terms[0])) if (terms[0][key] !== undefined) row[key] = median(terms.map((run) => run[key]));
        row.gl_renderer = runs[0].measured.gl_renderer;
        row.version = runs[0].measured.version ?? null;
        summary.push(row);
    }
}
for (const city of new Set(summary.map((row) => row.city))) {
    const rows = summary.filter((row) => row.city === city);
    const ours = rows.find((row) => row.program === "twinscape" && row.file === "fgb");
    const beside = (row, key) => `${number(row[key])}${row === ours || !ours ? "" : ` (${number(row[key] / ours[key])}x)`}`;
    console.log(`**${city_names[city] ?? city}, ${ours.buildings.toLocaleString("en").replaceAll(",", " ")} buildings, 1280x720**; in brackets the multiple of Twinscape's first row.\n`);
    console.log("| program, file | first complete frame, s | frame p50 / p99, ms | recolour until the frame, ms | peak memory, MB | start-up, s |\n|---|--:|--:|--:|--:|--:|");
    for (const row of rows)
        console.log(`| ${names[row.program]}, ${files[row.file]} | ${beside(row, "first_frame_s")} | ${beside(row, "frame_ms_p50")} / ${number(row.frame_ms_p99)} | ${beside(row, "recolour_ms")} | ${beside(row, "peak_rss_mb")}${row.empty_mb ? `, ${number(row.empty_mb)} empty` : ""} | ${number(row.startup_s)} |`);
    console.log("");
}
const loads = lines.map((line) => line.load), page = lines.find((line) => line.program === "deckgl" || line.program === "maplibre")?.measured;
const qgis = lines.find((line) => line.program === "qgis")?.measured, twinscape = lines.find((line) => line.program === "twinscape")?.measured;
const versions = [page?.version, qgis?.version].filter(Boolean).join(", ");
console.log(`Medians of ${Math.max(...summary.map((row) => row.runs))} runs on ${cpus().length} cores (${cpus()[0].model.trim()}), load average before a measurement ${Math.min(...loads)} to ${Math.max(...loads)}. ${versions}. ` +
            `Drawn by: Twinscape ${twinscape?.gl_renderer}; Chromium ${page?.gl_renderer}; QGIS ${qgis?.gl_renderer}.`);
writeFileSync(out, JSON.stringify(summary, null, 2) + "\n");
