// Makes the widget's program small, and parts it in two, so that nobody waits for what is not seen before the first question:
// node script/split.mjs FOLDER PROGRAM writes later.wasm beside PROGRAM_bg.wasm, which becomes the first part.
//
// Into the second part goes what is reached through LATER alone. It shares memory, tables and functions with the first, which
// calls it by its imports from "later" (static/runtime.js ties the two). Both are cut out of the text of one program, so nothing
// is there twice. The names of functions are needed until here (index.html keeps them), and are gone afterwards.

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each is #[inline(never)], and called only when the second part is here (Part::Here; with Load::Ready it always is). */
const LATER = [
  'app::custom::keep',
  'app::drill::plan',
  'app::follow::follow_up',
  'app::grading::before',
  'app::grading::follow',
  'app::grading::graded',
  'app::grading::turn',
  'app::holding::read',
  'app::holding::restored',
  'app::holding::resume',
  'app::holding::wind_up',
  'app::lobby::edited',
  'app::progress::close',
  'app::progress::draw',
  'app::progress::open',
  'app::progress::show_table',
  'app::report::write',
  'app::seed::best',
  'app::today::follow',
  'app::update::import',
  'app::voice::follow',
  'app::voice::update',
  'bank::json::read_answers',
  'bank::preset::settings',
  'bank::preset::topics',
  'embed::grading::grade',
  'embed::grading::load',
  'embed::grading::turn',
  'embed::imported',
  'embed::keeping::restore',
  'embed::voice::carry_out',
  'journal::copy::read_copy',
  'journal::copy::write_copy',
  'journal::record::fields::add_judged',
  'journal::record::fields::judgement',
  'round::follow::follow',
  'round::follow::unfollow',
  'round::judged::apply',
  'round::judged::decide',
  'round::judged::score',
  'round::written::score',
  'ui::aids::view',
  'ui::answer::view',
  'ui::debrief::view',
  'ui::lobby::view',
  'ui::progress::view',
  'ui::question::written',
  'ui::review::view',
  'ui::voice::view',
  'web::clock::zone',
];

const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'call-indirect-overlong', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'];
const [folder, program] = process.argv.slice(2);
const path = (file) => join(folder, file);
const [whole, written] = [path(`${program}_bg.wasm`), path(`${program}.wat`)];
const run = (tool, ...args) => execFileSync(tool, [...args, ...FEATURES.map((feature) => `--enable-${feature}`)], { stdio: ['ignore', 'inherit', 'inherit'] });

// First the patterns: where they come later, the functions are inlined already.
const kept = LATER.map((path) => `--no-inline=*::${path}`);
const smaller = ['-Oz', '--converge', '--traps-never-happen', '--low-memory-unused', '--flatten', '--rereloop', '-Oz', '-Oz'];
run('wasm-opt', whole, '-o', whole, '-g', ...kept, ...smaller);
run('wasm-dis', whole, '-o', written);
const text = readFileSync(written, 'utf8').replace(/^ ;;.*\n/gm, '').replace(/\)\s*$/, '');
// Every form of a module begins a line of its own, one space in.
const forms = text.split(/^(?= \()/m).slice(1);
const of = (kind) => forms.filter((form) => form.startsWith(` (${kind} `));
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)`;
const names = (text, before = '') => [...text.matchAll(new RegExp(`${before}(${NAME})`, 'g'))].map(([, name]) => name);

/** The functions by their names, and the functions that each mentions. */
const functions = new Map(of('func').map((form) => [names(form)[0], form]));
const mentioned = (name) => names(functions.get(name), String.raw`\((?:call|return_call|ref\.func) `);
const isLater = (name) => LATER.some((path) => new RegExp(`^\\$"mock_interview\\[\\w+\\]::${path}"$`).test(name));
const roots = [...functions.keys()].filter(isLater);
if (roots.length !== LATER.length) throw new Error(`of ${LATER.join(', ')} only these are functions of their own: ${roots.join(', ')}`);

// Needed first is what can be reached without going through a root. A function may be declared without being needed.
const isDeclaration = (form) => form.startsWith(' (elem declare');
const waiting = ['elem', 'export', 'start', 'global'].flatMap(of).filter((form) => !isDeclaration(form)).flatMap((form) => names(form));
const first = new Set();
while (waiting.length) {
  const name = waiting.pop();
  if (!functions.has(name) || first.has(name) || isLater(name)) continue;
  first.add(name);
  waiting.push(...mentioned(name));
}
const second = [...functions.keys()].filter((name) => !first.has(name));
const used = new Set(second.flatMap((name) => names(functions.get(name))));

const short = new Map();
const shortened = (kind, name) => short.get(kind + name) ?? short.set(kind + name, short.size.toString(36)).get(kind + name);
const give = (kind, name) => ` (export "${shortened(kind, name)}" (${kind} ${name}))\n`;
const take = (from, kind, name, type) => ` (import "${from}" "${shortened(kind, name)}" (${kind} ${name} ${type}))\n`;
const signature = (name) => (functions.get(name).split('\n', 1)[0].slice(name.length).match(/\((?:param|result) [^)]*\)/g) ?? []).join(' ').replaceAll(/\$\S+ /g, '');
const declare = (part) => {
  const referred = new Set([...part].flatMap((name) => names(functions.get(name), String.raw`\(ref\.func `)));
  return referred.size ? ` (elem declare func ${[...referred].join(' ')})\n` : '';
};

// What the second part shares with the first, and how each looks from outside. The memory need not be named to be used.
const TYPES = { memory: /^ \(memory \S+ ([\d ]+)/, table: /^ \(table \S+ ([\d ]+\w+)/, global: /^ \(global \S+ (\(mut \w+\)|\w+)/ };
const shared = Object.entries(TYPES).flatMap(([kind, type]) => of(kind).map((form) => [kind, names(form)[0], type.exec(form)[1]]))
  .filter(([kind, name]) => kind === 'memory' || used.has(name));
for (const name of used) if (first.has(name)) shared.push(['func', name, signature(name)]);
const entries = roots.filter((root) => [...first].some((name) => mentioned(name).includes(root)));

const parts = [
  [whole, [
    ...of('type'), ...of('import'), ...entries.map((name) => take('later', 'func', name, signature(name))),
    ...['global', 'memory', 'data', 'table'].flatMap(of), ...of('elem').filter((form) => !isDeclaration(form)), declare(first),
    ...of('export'), ...shared.map(([kind, name]) => give(kind, name)), ...of('start'), ...[...first].map((name) => functions.get(name)),
  ]],
  [path('later.wasm'), [
    ...of('type'), ...of('import').filter((form) => used.has(names(form)[0])), ...shared.map(([kind, name, type]) => take('first', kind, name, type)),
    declare(second), ...entries.map((name) => give('func', name)), ...second.map((name) => functions.get(name)),
  ]],
];
for (const [file, part] of parts) {
  writeFileSync(written, `(module\n${part.join('')})\n`);
  run('wasm-as', written, '-o', file);
  run('wasm-opt', file, '-o', file, '--remove-unused-module-elements', '--remove-unused-types', '--strip-debug', '--strip-producers');
}
rmSync(written);
