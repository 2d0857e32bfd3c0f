// Memory of the processes of one Chromium: every 50 ms the sum over its renderers and its GPU process.
import { readFileSync, readdirSync } from "node:fs";

function processes() {
    const found = [];
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
            const status = readFileSync(`/proc/${pid}/status`, "utf8");
            found.push({ pid, parent: /PPid:\s+(\d+)/.exec(status)[1], rss_kb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) });
        } catch { /* it has ended */ }
    }
    return found;
}

/** Resident megabytes of the renderers and the GPU process below the process `root`. Shared pages count in each. */
function resident_mb(root, kinds) {
    const all = processes(), below = new Set([String(root)]);
    for (let grown = true; grown;) {
        grown = false;
        for (const { pid, parent } of all) if (below.has(parent) && !below.has(pid)) { below.add(pid); grown = true; }
    }
    let sum_kb = 0;
    for (const { pid, rss_kb } of all) {
        if (!below.has(pid)) continue;
        if (!kinds.has(pid)) {
            let command = "";
            try { command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "); } catch { /* it has ended */ }
            kinds.set(pid, /--type=(renderer|gpu-process)/.test(command));
        }
        if (kinds.get(pid)) sum_kb += rss_kb;
    }
    return sum_kb / 1024;
}

export function watch_memory(root) {
    const kinds = new Map();
    let peak_mb = 0;
    const look = () => { const mb = resident_mb(root, kinds); peak_mb = Math.max(peak_mb, mb); return mb; };
    const timer = setInterval(look, 50);
    return { now_mb: look, peak_mb: () => { look(); return peak_mb; }, stop: () => clearInterval(timer) };
}
