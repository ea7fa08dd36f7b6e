// Where everything lies: the fixtures in the repository, and what is installed and built in the cache.
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const hosts = fileURLToPath(new URL('..', import.meta.url));
export const product = resolve(process.env.DIST ?? join(hosts, '../../dist'));
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mock-interview/hosts');
export const tools = (name) => join(cache, 'tools', name);
export const work = (name) => join(cache, 'work', name);
export const shots = join(cache, 'shots');

/** A package of the harness itself; script/test-hosts has installed it. */
export const load = createRequire(join(cache, 'harness/package.json'));
