// Our element, pasted as the README says: eager after the introduction, lazy at the end.
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const tags = (attributes) => `<script type="module" src="dist/embed.js"></script>
<mock-interview modes="choice" ${attributes}><p>A mock interview. It needs JavaScript to ask.</p></mock-interview>`;

const driver = {
  root: 'mock-interview',
  start: '[data-card="start"]',
  option: '[data-screen="round"] .choice',
  state: (options) => options.findIndex((option) => option.matches(':has(:checked)')),
};

const files = ({ folder, dist }) => cpSync(dist, join(folder, 'dist'), { recursive: true });

export const eager = { name: 'eager', label: 'mock-interview, eager', top: () => tags('loading="eager"'), files, driver };
export const lazy = { name: 'lazy', label: 'mock-interview, lazy', end: () => tags('loading="lazy"'), files, driver, lazy: true };

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
