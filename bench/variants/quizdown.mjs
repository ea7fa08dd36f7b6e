// quizdown, as its README says, but deferred, so that it does not hold the article up.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const markdown = (questions) =>
  questions
    .map(({ question, choices }) => {
      const lines = choices.map(({ text, right, why }) => `1. [${right ? 'x' : ' '}] ${text}${why && `\n    > ${why}`}`);
      return `### ${question}\n\n${lines.join('\n')}\n`;
    })
    .join('\n');

export const quizdown = {
  name: 'quizdown',
  label: 'quizdown',
  head: `<script defer src="quizdown.js"></script>
<script>addEventListener('DOMContentLoaded', () => quizdown.init());</script>`,
  top: (questions) => `<div class="slot"><div class="quizdown">\n${escaped(markdown(questions))}</div></div>`,
  files: ({ folder, modules }) => copyFileSync(join(modules, 'quizdown/public/build/quizdown.js'), join(folder, 'quizdown.js')),
  driver: {
    root: '.quizdown',
    option: 'label:has(input)',
    state: (options) => options.findIndex((option) => option.matches(':has(:checked)')),
  },
};
