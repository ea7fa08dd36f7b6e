// A bare Yew counter (bench/counter), loaded as Trunk would: script and program are preloaded from the head.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const crate = join(import.meta.dirname, '../counter');

function files({ folder, cache }) {
  const env = { ...process.env, CARGO_TARGET_DIR: join(cache, 'counter') };
  const run = (program, ...args) => execFileSync(program, args, { cwd: crate, env, stdio: ['ignore', 'ignore', 'inherit'] });
  run('cargo', 'build', '--quiet', '--locked', '--release', '--target', 'wasm32-unknown-unknown');
  const built = join(cache, 'counter/wasm32-unknown-unknown/release/counter.wasm');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', folder, built);
  const wasm = join(folder, 'counter_bg.wasm');
  run('wasm-opt', '-Oz', '--converge', '--traps-never-happen', '--low-memory-unused', wasm, '-o', wasm);
  const script = join(folder, 'counter.js');
  run('esbuild', '--minify', '--format=esm', '--log-level=warning', '--allow-overwrite', `--outfile=${script}`, script);
}

export const counter = {
  name: 'counter',
  label: 'bare Yew counter',
  head: `<link rel="modulepreload" href="counter.js">
<link rel="preload" href="counter_bg.wasm" as="fetch" type="application/wasm" crossorigin>
<script type="module">import start from './counter.js'; start({ module_or_path: 'counter_bg.wasm' });</script>`,
  top: () => '<div class="slot" id="counter"></div>',
  files,
  driver: { option: '#counter button', state: ([button]) => Number(button.querySelector('output').textContent) },
};
