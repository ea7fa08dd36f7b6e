// A static server that answers as the usual hosts of blogs do: folders end with a slash, `/post` finds `post.html`.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * `folders` maps a prefix (`/blog/`) to a folder, `texts` a path to the text of a page. `types` changes what a kind
 * of file is called, `headers` are added to every answer. `published` is the origin that the sitemap speaks of.
 */
export async function serve({ folders = {}, texts = {}, types = {}, headers = {}, published }) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://host');
    const send = (status, type, body, more = {}) => {
      response.writeHead(status, { 'content-type': type, ...headers, ...more });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const text = texts[pathname + search] ?? texts[pathname];
    if (text !== undefined) return send(200, TYPES[extname(pathname)] ?? TYPES['.html'], text);
    if (pathname === '/favicon.ico') return send(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
    if (prefix) {
      const path = join(folders[prefix], normalize(`/${decodeURIComponent(pathname.slice(prefix.length))}`));
      const isFolder = existsSync(path) && statSync(path).isDirectory();
      if (isFolder && !pathname.endsWith('/') && existsSync(join(path, 'index.html'))) {
        return send(301, 'text/plain', '', { location: `${pathname}/${search}` });
      }
      const file = [isFolder ? join(path, 'index.html') : path, `${path}.html`].find(existsSync);
      if (file) {
        const extension = extname(file);
        const here = published && extension === '.xml';
        const body = here ? readFileSync(file, 'utf8').replaceAll(published, `http://${request.headers.host}`) : readFileSync(file);
        return send(200, types[extension] ?? TYPES[extension] ?? 'application/octet-stream', body);
      }
    }
    send(404, 'text/html', '<!doctype html><title>404</title>');
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, close };
}

/** On a port that nobody has, below those that systems hand out by themselves. */
async function listen(server) {
  for (let left = 20; ; left -= 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const failed = await new Promise((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => resolve());
    });
    server.removeAllListeners('error').removeAllListeners('listening');
    if (!failed) return port;
    if (failed.code !== 'EADDRINUSE' || left === 0) throw failed;
  }
}

/** For a server of another kind. */
export async function freePort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((closed) => server.close(closed));
  return port;
}
