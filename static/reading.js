// What came of reading a bank: its author is told of every problem, its reader only where there is nothing to ask.

import { failure } from './failure.js';

export function unreadable(words) {
  return Object.assign(failure('bank', words), { title: 'The questions could not be read', words });
}

/** The compiled bank; throws where it holds no question. */
export function outcome(json, bank, warn) {
  const read = JSON.parse(json);
  const place = ({ line, where }) => [bank, line && `line ${line}`, where && `“${where}”`].filter(Boolean).join(', ');
  const told = read.problems.map((problem) => `${place(problem)}: ${problem.what} (${problem.mend})`);
  told.forEach(warn);
  if (read.bank) return { ...read, told };
  const [first] = read.problems;
  throw unreadable(first ? `${place(first)}: ${first.what}; ${first.mend}.` : `There is no question in ${bank}.`);
}
