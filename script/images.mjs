// Draws what static/site/manifest.webmanifest names: icons from icon.svg, and pictures of the built page. The files are checked in; draw
// them anew when the icon or the lobby has changed, after script/build: node script/images.mjs
// CHROMIUM=/path/to/chromium names the browser.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const site = resolve('static/site');
const scratch = mkdtempSync(join(tmpdir(), 'images-'));

async function draw(address, file, width, height, ...more) {
  await promisify(execFile)(process.env.CHROMIUM ?? 'chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars', `--user-data-dir=${join(scratch, 'profile')}`,
    `--window-size=${width},${height}`, `--screenshot=${join(site, file)}`, ...more, address,
  ]);
}

// A maskable icon fills its square, and what counts is within the middle four fifths.
const icons = [['icon-192.png', 192, 1, 'transparent'], ['icon-512.png', 512, 1, 'transparent'], ['icon-maskable.png', 512, 0.75, '#0a6a60']];
for (const [file, size, part, behind] of icons) {
  const page = join(scratch, 'icon.html');
  const icon = readFileSync(join(site, 'icon.svg'), 'base64');
  const edge = (size * (1 - part)) / 2;
  writeFileSync(page, `<!doctype html><body style="margin:0;background:${behind}"><img src="data:image/svg+xml;base64,${icon}" style="display:block;margin:${edge}px;width:${size * part}px">`);
  await draw(`file://${page}`, file, size, size, '--default-background-color=00000000');
}

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', wasm: 'application/wasm' };
const server = createServer(({ url }, answer) => {
  const file = new URL(url, 'http://x').pathname.replace(/\/$/, '/index.html');
  try {
    answer.setHeader('content-type', types[file.split('.').pop()] ?? 'text/plain').end(readFileSync(join('dist', file)));
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const page = `http://127.0.0.1:${server.address().port}/`;
for (const [file, width, height] of [['screenshot-wide.png', 1280, 800], ['screenshot-narrow.png', 540, 960]]) {
  await draw(page, file, width, height, '--virtual-time-budget=8000');
}
server.close();
server.closeAllConnections();
rmSync(scratch, { recursive: true, force: true });
