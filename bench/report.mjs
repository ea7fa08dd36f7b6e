// The measurements as Markdown, to be pasted into docs/performance.md.
import { median, ratio, shown, summary } from './numbers.mjs';

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

const verdict = (measured, most) => (measured <= most ? 'yes' : '**no**');

/** A row of the aims, if it was measured. */
function aim(words, measured, most, digits = 2) {
  return Number.isFinite(measured) ? [[words, shown(most, digits), shown(measured, digits), verdict(measured, most)]] : [];
}

/** The same for what differs by little: `noise` is how far two measurements of one page are apart. */
function closeAim(words, measured, most, noise) {
  if (!Number.isFinite(measured)) return [];
  const clear = measured <= most ? noise <= most - 1 : measured > most + noise;
  return [[words, shown(most, 2), `${shown(measured, 2)} (noise ${shown(noise, 2)})`, clear ? verdict(measured, most) : 'lost in noise']];
}

function aims({ fast, phone }) {
  const both = [['not slowed', fast], ['phone', phone]].flatMap(([where, { alone, again, lazy, eager, counter }]) => [
    ...['fcp', 'lcp'].flatMap((name) => {
      const noise = Math.abs(ratio(again?.[name], alone?.[name]) - 1);
      return closeAim(`lazy: ${name.toUpperCase()} ÷ page alone, ${where}`, ratio(lazy?.[name], alone?.[name]), 1.02, noise);
    }),
    ...[lazy, eager].flatMap((page) => [
      ...aim(`${page?.name}: CLS before it is wanted, worst load, ${where}`, page?.clsUnasked, 0, 4),
      ...aim(`${page?.name}: CLS in all, worst load, ${where}`, page?.clsWorst, 0, 4),
    ]),
    ...aim(`click to paint p98 ÷ Yew counter's, ${where}`, ratio(eager?.p98, counter?.p98), 1.1),
  ]);
  return table(['aim', 'at most', 'measured', 'met'], [
    ...both,
    ...aim('lazy: bytes of files before it is wanted', fast.lazy?.before?.files, 4096, 0),
    ...aim("eager, phone: first question ÷ Yew counter's", ratio(phone.eager?.question, phone.counter?.question), 1.3),
    ...aim("eager, phone: first question ÷ react-quiz-component's", ratio(phone.eager?.question, phone.react?.question), 1),
    ...aim("memory ÷ quizdown's", ratio(fast.eager?.memory, fast.quizdown?.memory), 1),
  ]);
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
  return [intro(about), ...parts, '### Aims\n', aims(by), troubles(about, by)].join('\n');
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
