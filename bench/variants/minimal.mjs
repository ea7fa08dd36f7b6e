// A quiz written by hand (minimal.js), minified, with its questions in the page.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

function files({ folder }) {
  const source = join(import.meta.dirname, 'minimal.js');
  execFileSync('esbuild', ['--minify', '--target=es2022', '--log-level=warning', `--outfile=${join(folder, 'quiz.js')}`, source]);
}

export const minimal = {
  name: 'minimal',
  label: 'hand-written quiz',
  head: `<script type="module" src="quiz.js"></script>
<style>.option { display: block; padding: 0.4rem 0; }</style>`,
  top: (questions) => {
    const json = JSON.stringify(questions).replaceAll('<', '\\u003c');
    return `<div class="slot" id="quiz"><script type="application/json">${json}</script></div>`;
  },
  files,
  driver: { option: '#quiz .option', state: (options) => options.findIndex((option) => option.matches(':has(:checked)')) },
};
