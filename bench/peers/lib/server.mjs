// A small file server for the pages, the libraries and the data, on this machine only.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".geojson": "application/geo+json" };

/** `folders`: URL prefix -> folder; `page_html`: the page into which a script's name is put. */
export async function serve(folders, page_html) {
    const server = createServer((request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname));
        const script = /^\/page\/(\w+)$/.exec(path);
        if (script) return response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(page_html, "utf8").replaceAll("SCRIPT", `/bundle/${script[1]}.js`));
        const prefix = Object.keys(folders).find((start) => path.startsWith(start));
        const file = prefix && join(folders[prefix], path.slice(prefix.length));
        try {
            const { size } = statSync(file);
            response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-length": size, "cache-control": "no-store" });
            createReadStream(file).pipe(response);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
