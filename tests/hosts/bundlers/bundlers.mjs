// The package `mock-interview` as a dependency of an app: each bundler builds the app, which is then opened and played.
import { equal } from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, run } from '../harness/install.mjs';
import { hosts, product, work } from '../harness/paths.mjs';
import { play, playBank } from '../harness/play.mjs';
import { serve } from '../harness/server.mjs';
import { visit } from '../harness/visit.mjs';

const TITLES = { esbuild: 'esbuild', rollup: 'Rollup 4', vite: 'Vite 8', webpack: 'webpack 5' };

async function build(name) {
  const app = work(name);
  mkdirSync(app, { recursive: true });
  for (const old of readdirSync(app)) {
    if (old !== 'node_modules') rmSync(join(app, old), { recursive: true });
  }
  cpSync(join(hosts, 'bundlers', name), app, { recursive: true });
  cpSync(join(hosts, 'bundlers/page.html'), join(app, 'index.html'));
  cpSync(join(product, 'package'), join(app, 'mock-interview'), { recursive: true });
  await install(name, { npm: 'package.json' });
  await run(name, ['npm', 'run', 'build'], app);
  // Vite has written the page too.
  if (!existsSync(join(app, 'dist/index.html'))) cpSync(join(app, 'index.html'), join(app, 'dist/index.html'));
  return serve({ folders: { '/': join(app, 'dist') } });
}

/** Everything is in the bundle: nothing of the widget is fetched. */
async function round(page) {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await play(page, { questions: 2 });
  const more = asked.filter((address) => !/\/$|\.js$|favicon/.test(address) && !/^(data|blob):/.test(address));
  equal(more.join(' '), '', 'fetched beside the bundle');
}

export const bundlers = Object.entries(TITLES).map(([name, title]) => {
  const at = (does) => ({ browser, site, shot }) => visit(browser, `${site.origin}/`, does, { shot });
  return { name, title, prepare: () => build(name), parts: { round: at(round), 'own bank': at(playBank) } };
});
