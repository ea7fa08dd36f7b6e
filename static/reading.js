// What came of reading a bank: its author is told of every problem, its reader only where there is nothing to ask.

import { failure } from './failure.js';

export function unreadable(words) {
  return Object.assign(failure('bank', words), { title: 'The questions could not be read', words });
}

/** The compiled bank; throws where it holds no question. */
export function outcome(json, { bank, preset, warn }) {
  const read = JSON.parse(json);
  const place = ({ line, where }) => [bank, line && `line ${line}`, where && `“${where}”`].filter(Boolean).join(', ');
  const told = read.problems.map((problem) => `${place(problem)}: ${problem.what} (${problem.mend})`);
  told.forEach(warn);
  if (read.bank) return { ...read, told, figures: figures(read.presets, preset) };
  const [first] = read.problems;
  throw unreadable(first ? `${place(first)}: ${first.what}; ${first.mend}.` : `There is no question in ${bank}.`);
}

/**
 * What the start card says of the wanted preset, if the bank brings it. A link's comes before the page's. Where one of the bank's own
 * stands in the place of the usual one, the first of them begins.
 */
function figures(presets, preset = 'screen') {
  const wanted = new URLSearchParams(location.hash.slice(1)).get('round')?.split('.')[0] ?? preset;
  const isFirst = wanted === 'screen' && presets.some(([, , , name]) => name === 'Phone screen');
  return presets.find(([id]) => id === wanted) ?? (isFirst ? presets[0] : undefined);
}
