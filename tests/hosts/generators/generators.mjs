// Real sites by their real generators. Each folder here is a whole site, with `host.json` beside it:
//   title    the name of the generator
//   needs    what to install, see harness/install.mjs
//   product  where in the site the recipe puts the folder `mock-interview`
//   build    the command that builds the site, and `built` the folder it makes
//   pages    addresses in the built site: `interview` (the built-in bank), `questions` (the post is the bank), and
//            `home`, which leads to the posts
//   swaps    the site follows links by itself: scripts run on, and only the page is another
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, run } from '../harness/install.mjs';
import { hosts, product, work } from '../harness/paths.mjs';
import { partsOf } from '../harness/post.mjs';
import { serve } from '../harness/server.mjs';

/** Where each site is published. A folder is the harder case: addresses that begin with `/` miss it. */
const BASE = '/blog/';

async function build(name, { needs, product: folder, build: command, built }) {
  const site = work(name);
  mkdirSync(site, { recursive: true });
  for (const old of readdirSync(site)) {
    if (old !== 'node_modules') rmSync(join(site, old), { recursive: true });
  }
  cpSync(join(hosts, 'generators', name, 'site'), site, { recursive: true });
  cpSync(product, join(site, folder), { recursive: true });
  await install(name, needs);
  if (command) await run(name, command, site);
  return serve({ folders: { [BASE]: join(site, built) }, published: 'https://example.org' });
}

function host(name) {
  const settings = JSON.parse(readFileSync(join(hosts, 'generators', name, 'host.json'), 'utf8'));
  return { name, title: settings.title, prepare: () => build(name, settings), parts: partsOf({ base: BASE, ...settings }) };
}

const folder = join(hosts, 'generators');
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'host.json')));
export const generators = names.map(host);
