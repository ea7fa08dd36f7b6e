// WordPress with a database of its own, both from Debian, both only for the time of the test.
import { equal } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { install, run } from '../../harness/install.mjs';
import { hosts, product, work } from '../../harness/paths.mjs';
import { play } from '../../harness/play.mjs';
import { partsOf } from '../../harness/post.mjs';
import { freePort } from '../../harness/server.mjs';
import { visit } from '../../harness/visit.mjs';

// The first two spare the machine an Apache, which the package wants otherwise; PHP itself serves the pages here.
const DEBIAN = ['micro-httpd', 'php-cgi', 'php-cli', 'php-mysql', 'mariadb-server-core', 'mariadb-client', 'wordpress',
  'wordpress-theme-twentytwentythree'];

const fixture = join(hosts, 'generators/wordpress');
const folder = work('wordpress');
const site = join(folder, 'site');
const socket = join(folder, 'db.sock');
const data = join(folder, 'data');

/** Starts a program that goes on, and waits until it is ready. */
async function start(program, args, isReady) {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  process.on('exit', () => child.kill());
  for (let left = 100; left > 0; left -= 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    if (await isReady().then(() => true, () => false)) return child;
    await new Promise((next) => setTimeout(next, 200));
  }
  child.kill();
  throw new Error(`${program} does not get ready`);
}

async function build() {
  mkdirSync(folder, { recursive: true });
  await install('wordpress', { debian: DEBIAN });
  for (const old of [site, data]) rmSync(old, { recursive: true, force: true });
  cpSync('/usr/share/wordpress', site, { recursive: true, dereference: true });
  rmSync(join(site, 'wp-content'), { recursive: true });
  cpSync('/usr/share/wordpress/wp-content/themes', join(site, 'wp-content/themes'), { recursive: true, dereference: true });
  cpSync(join(fixture, 'wp-config.php'), join(site, 'wp-config.php'));
  cpSync(join(fixture, 'plugin'), join(site, 'wp-content/plugins/mock-interview'), { recursive: true });
  cpSync(product, join(site, 'wp-content/uploads/mock-interview'), { recursive: true });

  const children = [];
  const close = () => children.reverse().forEach((child) => child.kill());
  try {
    const { username } = userInfo();
    const own = ['--no-defaults', `--datadir=${data}`, `--user=${username}`];
    await run('wordpress', ['mariadb-install-db', ...own, '--auth-root-authentication-method=normal', '--skip-test-db'], folder);
    const client = ['--no-defaults', '--user=root', `--socket=${socket}`];
    const ping = () => run('wordpress', ['mariadb-admin', ...client, 'ping'], folder);
    const server = [...own, `--socket=${socket}`, '--skip-networking', `--pid-file=${join(folder, 'db.pid')}`];
    children.push(await start(existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd', server, ping));
    await run('wordpress', ['mariadb-admin', ...client, 'create', 'blog'], folder);
    for (const step of ['install', 'posts']) {
      await run('wordpress', ['php', join(fixture, 'setup.php'), site, join(fixture, 'posts'), step], folder);
    }
    const address = `127.0.0.1:${await freePort()}`;
    const answers = async () => {
      const { status } = await fetch(`http://${address}/readme.html`);
      if (status !== 200) throw new Error(status);
    };
    children.push(await start('php', ['-S', address, '-t', site, join(fixture, 'router.php')], answers));
    return { origin: `http://${address}`, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** An author's own HTML is stripped; the plugin's shortcode works for everybody. */
async function author(page) {
  equal(await page.locator('.stripped').count(), 0, 'elements and frames that an author wrote as HTML');
  await play(page, { questions: 2 });
}

const pages = { home: '', interview: 'interview/', questions: 'questions/' };
export const wordpress = {
  name: 'wordpress',
  title: 'WordPress 6.1',
  prepare: build,
  parts: {
    ...partsOf({ base: '/', pages }),
    author: ({ browser, site, shot }) => visit(browser, `${site.origin}/author/`, author, { shot }),
  },
};
