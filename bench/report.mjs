// The measurements as Markdown, to be pasted into docs/performance.md.
import { aims, paintAims } from './aims.mjs';
import { median, ratio, shown, summary } from './numbers.mjs';

const AIM = ['aim', 'at most', 'measured', 'met'];

const kb = (bytes) => shown(bytes && bytes / 1000, 1);
const mb = (bytes) => shown(bytes === undefined ? undefined : bytes / 1e6, 2);
const ms = (value) => shown(value);

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line), ''].join('\n');
}

function intro({ when, runs, loads, browser }) {
  return `Measured ${when} with Chromium ${browser}, ${runs} loads of each page under each condition; medians. The machine's load average was ${shown(median(loads), 1)} (at most ${shown(Math.max(...loads), 1)}).\n`;
}

function loading(rows) {
  const heads = ['page', 'requests', 'kB', 'FCP ms', 'LCP ms', 'CLS', 'of it after the press', 'long tasks', 'start button ms', 'first question ms', 'answered ms'];
  const cells = ({ label, ...of }) => [
    label,
    shown(of.requests),
    kb(of.bytes),
    ms(of.fcp),
    ms(of.lcp),
    shown(of.cls, 3),
    of.answered === undefined ? '–' : shown(of.clsPressed, 3),
    of.longTasks === undefined ? '–' : `${shown(of.longTasks)}, ${ms(of.longTaskMs)} ms`,
    ms(of.start),
    ms(of.question),
    ms(of.answered),
  ];
  return table(heads, rows.map(cells));
}

function using(rows) {
  const heads = ['page', 'clicks', 'click to paint p50 ms', 'p98 ms', 'busy per click ms', 'JS heap MB', 'DOM MB', 'wasm MB', 'together MB'];
  const cells = ({ label, ...of }) => [label, of.clicks, shown(of.p50, 1), shown(of.p98, 1), shown(of.busy, 1), mb(of.heap), mb(of.dom), mb(of.wasm), mb(of.memory)];
  return table(heads, rows.map(cells));
}

const measures = [
  ['FCP', 'fcp'],
  ['LCP', 'lcp'],
  ['bytes on the wire', 'bytes'],
  ['first question', 'question'],
  ['answered', 'answered'],
  ['click to paint p98', 'p98'],
  ['busy per click', 'busy'],
  ['memory', 'memory'],
];

function ratios(rows) {
  const ours = rows.find(({ name }) => name === 'eager');
  const others = rows.filter(({ name }) => !['eager', 'hinted', 'lazy', 'again'].includes(name));
  if (!ours || others.length === 0) return '';
  const heads = ['mock-interview, eager, divided by', ...others.map(({ label }) => label)];
  return table(heads, measures.map(([words, name]) => [words, ...others.map((other) => shown(ratio(ours[name], other[name]), 2))]));
}

function troubles(about, by) {
  const found = about.conditions.flatMap(({ name, label }) =>
    about.variants.map((variant) => ({ label, of: by[name][variant.name], page: variant.label })).filter(({ of }) => of.failed + of.missed > 0),
  );
  return found.map(({ label, of, page }) => `${page}, ${label}: ${of.failed} loads failed, ${of.missed} clicks had to be repeated.\n`).join('');
}

function summaries(about, results) {
  const of = (condition) => about.variants.map(({ name, label }) => [name, { name, label, ...summary(results, name, condition.name) }]);
  return Object.fromEntries(about.conditions.map((condition) => [condition.name, Object.fromEntries(of(condition))]));
}

export function report(about, results) {
  const by = summaries(about, results);
  const parts = about.conditions.map(({ name, label, words }) => {
    const rows = Object.values(by[name]);
    const played = rows.filter(({ answered }) => answered !== undefined);
    const reaction = `A click came ${ms(median(played.map((of) => of.reaction)))} ms after its target was seen.\n`;
    return [`### ${label} (${words})\n`, loading(rows), reaction, using(rows), ratios(rows)].join('\n');
  });
  return [intro(about), ...parts, '### Aims\n', table(AIM, aims(by)), troubles(about, by)].join('\n');
}

export function reportOfPaints(about, results) {
  const by = summaries(about, results);
  const rows = about.conditions.flatMap(({ name, label }) =>
    Object.values(by[name]).map((of) => [of.label, label, shown(of.requests), kb(of.bytes), ms(of.fcp), ms(of.lcp), shown(of.clsWorst, 4), shown(of.longTasks)]),
  );
  const pages = table(['page', 'condition', 'requests', 'kB', 'FCP ms', 'LCP ms', 'CLS, worst load', 'long tasks'], rows);
  const found = about.conditions.flatMap(({ name, label }) => paintAims(label.toLowerCase(), by[name].unseen, by[name]));
  return [intro(about), pages, table(AIM, found), troubles(about, by)].join('\n');
}

export function reportOfBanks(about, results) {
  const by = summaries(about, results);
  const heads = ['bank', 'condition', 'kB', 'bank on the wire ms', 'start button ms', 'first question ms', 'busy per click ms', 'together MB', 'first question ÷ that of the small bank'];
  const rows = about.conditions.flatMap(({ name, label }) => {
    const [small] = Object.values(by[name]);
    return Object.values(by[name]).map((of) => [of.label, label, kb(of.bytes), ms(of.bankMs), ms(of.start), ms(of.question), shown(of.busy, 1), mb(of.memory), shown(ratio(of.question, small.question), 2)]);
  });
  return [intro(about), table(heads, rows), troubles(about, by)].join('\n');
}
