import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * Serves a built site on loopback as a plain static host does: gzip, and `/page` for `/page.html`.
 * On a port of its own unless one is wanted.
 */
export async function serveFolder(folder, wanted = 0) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
    const file = [path, `${path}.html`].map((it) => join(folder, it)).find(isFile);
    if (file === undefined) return response.writeHead(404).end();
    const type = types[extname(file)] ?? "application/octet-stream";
    const isText = !type.startsWith("image/png");
    response.writeHead(200, {
      "content-type": type,
      ...(isText && { "content-encoding": "gzip" }),
    });
    const bytes = createReadStream(file);
    (isText ? bytes.pipe(createGzip()) : bytes).pipe(response);
  });
  await new Promise((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
