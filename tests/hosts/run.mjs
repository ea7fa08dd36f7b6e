// Runs the hosts that are named, or all of them; see script/test-hosts.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundlers } from './bundlers/bundlers.mjs';
import { loading } from './bundlers/loaders.mjs';
import { generators } from './generators/generators.mjs';
import { wordpress } from './generators/wordpress/wordpress.mjs';
import { product, shots } from './harness/paths.mjs';
import { frameworks } from './pages/frameworks.mjs';
import { articles } from './pages/hosts.mjs';
import { recipes } from './harness/recipes.mjs';
import { table } from './harness/table.mjs';
import { openBrowser } from './harness/visit.mjs';

const all = [recipes, ...generators, wordpress, ...articles, ...frameworks, ...bundlers, ...loading];

const check = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

if (process.argv.includes('--list')) {
  if (!check) for (const { name, title } of all) console.log(`${name.padEnd(20)} ${title}`);
  process.exit();
}
const unknown = wanted.filter((name) => !all.some((host) => host.name === name));
if (unknown.length > 0) {
  console.error(`no such host: ${unknown.join(', ')} (--list names them)`);
  process.exit(2);
}
// Before anything is built.
if (check) process.exit();
if (!existsSync(join(product, 'embed.js'))) {
  console.error(`no build in ${product}: run script/build first`);
  process.exit(2);
}

mkdirSync(shots, { recursive: true });
// Whatever was started ends with us, also when we are told to.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const browser = await openBrowser();
const rows = [];

/** Does one part of a host; says whether it went well. */
async function done(row, part, does) {
  const start = Date.now();
  let error;
  try {
    await does();
  } catch (thrown) {
    error = thrown;
  }
  row.parts.push({ part, error });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${error ? 'FAILED' : 'ok    '} ${row.title}: ${part} (${seconds} s)`);
  if (error) console.log(`${error.stack ?? error}`.replace(/^/gm, '       '));
  return !error;
}

for (const host of wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all) {
  const row = { title: host.title, parts: [] };
  rows.push(row);
  let site;
  const prepare = async () => {
    site = await host.prepare();
  };
  if (await done(row, 'built', prepare)) {
    for (const [part, does] of Object.entries(host.parts)) {
      const shot = join(shots, `${host.name}-${part.replace(/\W+/g, '-')}.png`);
      await done(row, part, () => does({ browser, site, shot }));
    }
  }
  site?.close();
}
await browser.close();

console.log(`\n${table(rows)}\n`);
const results = rows.flatMap(({ parts }) => parts);
const failed = results.filter(({ error }) => error).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
