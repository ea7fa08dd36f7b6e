// Installs what a host needs, once for each set of versions, below the cache. Debian packages are the exception.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache, tools, work } from './paths.mjs';

/** Runs a program to its end; its words go to a file of the cache, and the last of them into the error. */
export function run(name, [program, ...args], folder, more = {}) {
  const log = join(cache, 'log', `${name}.txt`);
  mkdirSync(join(cache, 'log'), { recursive: true });
  const path = [join(tools(name), 'bin'), join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // No word home from any of them, and no colours in the log.
  const quiet = { NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1', NO_MKDOCS_2_WARNING: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...quiet, PATH: path, ...more } });
    const file = createWriteStream(log, { flags: 'a' });
    let last = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        file.write(text);
        last = (last + text).slice(-1500);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      file.end();
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${code} (all of it: ${log})\n${last}`));
    });
  });
}

/** Does it unless it was done with the same words before. */
async function once(stamp, words, does) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === words) return;
  await does();
  writeFileSync(stamp, words);
}

const kinds = {
  async npm(name, file, folder) {
    const modules = join(folder, 'node_modules');
    await once(join(modules, '.installed'), readFileSync(join(folder, file), 'utf8'), () => {
      rmSync(modules, { recursive: true, force: true });
      return run(name, ['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], folder);
    });
  },
  async pip(name, file, folder) {
    const to = tools(name);
    mkdirSync(to, { recursive: true });
    await once(join(to, '.installed'), readFileSync(join(folder, file), 'utf8'), async () => {
      await run(name, ['python3', '-m', 'venv', '--clear', to], folder);
      await run(name, [join(to, 'bin/python'), '-m', 'pip', 'install', '--quiet', '-r', join(folder, file)], folder);
    });
  },
  async cargo(name, crates) {
    const to = tools(name);
    mkdirSync(to, { recursive: true });
    const quick = { CARGO_TARGET_DIR: join(to, 'target'), CARGO_PROFILE_DEV_OPT_LEVEL: '1', CARGO_PROFILE_DEV_DEBUG: '0' };
    for (const [crate, version] of Object.entries(crates)) {
      await once(join(to, '.installed'), `${crate} ${version}`, async () => {
        await run(name, ['cargo', 'install', '--quiet', '--debug', '--locked', '--root', to, crate, '--version', version], to, quick);
        rmSync(join(to, 'target'), { recursive: true, force: true });
      });
    }
  },
  async debian(name, packages) {
    const missing = packages.filter((known) => !isInstalled(known));
    if (missing.length === 0) return;
    if (process.getuid() !== 0) throw new Error(`missing: apt-get install ${missing.join(' ')} (only root can)`);
    await run(name, ['apt-get', 'update', '-qq'], cache);
    await run(name, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing], cache, { DEBIAN_FRONTEND: 'noninteractive' });
  },
};

function isInstalled(known) {
  try {
    return execFileSync('dpkg-query', ['-W', '-f', '${Status}', known], { stdio: 'pipe' }).toString().endsWith('ok installed');
  } catch {
    return false;
  }
}

export async function install(name, needs = {}) {
  for (const [kind, what] of Object.entries(needs)) await kinds[kind](name, what, work(name));
}
