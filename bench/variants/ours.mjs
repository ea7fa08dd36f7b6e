// Our element, pasted as the README says: eager after the introduction, lazy at the end.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const tags = (attributes) => `<script type="module" src="dist/embed.js"></script>
<mock-interview modes="choice" ${attributes}><p>A mock interview. It needs JavaScript to ask.</p></mock-interview>`;

const driver = {
  root: 'mock-interview',
  start: '[part~="start"]',
  option: '[data-screen="round"] .choice',
  state: (options) => options.findIndex((option) => option.matches(':has(:checked)')),
};

const files = ({ folder, dist }) => cpSync(dist, join(folder, 'dist'), { recursive: true });

export const eager = { name: 'eager', label: 'mock-interview, eager', top: () => tags('loading="eager"'), files, driver };
export const lazy = { name: 'lazy', label: 'mock-interview, lazy', end: () => tags('loading="lazy"'), files, driver, lazy: true };

/** The lazy one again, that nobody scrolls to. */
export const unseen = { name: 'unseen', label: 'mock-interview, lazy', end: lazy.end, files };

/** What a page can add to its head when the quiz is what readers come for: nothing has to wait for embed.js. */
function hints({ dist }) {
  const named = (pattern) => `dist/${readdirSync(dist).find((name) => pattern.test(name))}`;
  return `<link rel="modulepreload" href="dist/embed.js">
<link rel="modulepreload" href="${named(/^runtime\..*js$/)}">
<link rel="preload" href="${named(/^mock-interview\..*wasm$/)}" as="fetch" crossorigin>`;
}

export const hinted = { ...eager, name: 'hinted', label: 'mock-interview, eager, preloaded', head: hints };

/** A page that forbids WebAssembly: the same as plain JavaScript. */
export const plain = {
  ...eager,
  name: 'plain',
  label: 'mock-interview, eager, plain JavaScript',
  head: `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
};

/** The same with a bank of one's own, of so many questions. */
export const ofQuestions = (count, bank) => ({
  name: `bank-${count}`,
  label: `bank of ${count} questions`,
  top: () => tags('loading="eager" bank="bank.md"'),
  files: (place) => {
    files(place);
    place.write('bank.md', bank);
  },
  driver,
});
