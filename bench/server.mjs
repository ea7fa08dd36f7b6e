// A static host as blogs have them: files compressed in advance with brotli, the right types, caching headers.
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const best = (size) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size } });

/** Serves a folder from memory on a free port of this machine. */
export async function serve(folder) {
  const files = new Map();
  const packed = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const raw = readFileSync(path);
    const key = raw.toString('base64');
    if (!packed.has(key)) packed.set(key, brotliCompressSync(raw, best(raw.length)));
    const page = entry.name.endsWith('.html');
    const age = page ? 'max-age=600' : 'public, max-age=31536000, immutable';
    files.set(`/${relative(folder, path)}`, { body: packed.get(key), type, age, page });
  }
  const nothing = () => ({ requests: 0, bytes: 0, files: 0 });
  let wire = nothing();
  const server = createServer((request, response) => {
    const now = wire;
    const sent = request.socket.bytesWritten;
    now.requests += 1;
    response.on('finish', () => (now.bytes += request.socket.bytesWritten - sent));
    const path = new URL(request.url, 'http://host').pathname;
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file && !file.page) now.files += file.body.length;
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.body.length,
      'cache-control': file.age,
      vary: 'accept-encoding',
    });
    return response.end(file.body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    /** Since `forget`: requests, bytes with their heads, and bytes of files (bodies of all but pages). */
    wire: () => ({ ...wire }),
    forget: () => (wire = nothing()),
    close: () => server.close(),
  };
}
