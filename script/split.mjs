// Makes the widget's program small, and parts it in three, so that nobody waits for what is not seen before the first question, and nobody
// who only plays a round pays for what else there is: node script/split.mjs FOLDER PROGRAM writes later.wasm and extra.wasm beside
// PROGRAM_bg.wasm, which becomes the first part, and PROGRAM_whole.wasm, which is all three, for script/plain.mjs, and PROGRAM_inline.wasm, the same for pages and scripts that are one file.
//
// Into the second part goes what is reached through LATER, into the third what is reached through ON_DEMAND alone. They share memory,
// tables and functions with those before them. A part calls those after it by its imports from "later" and "extra" (static/runtime.js ties
// them together). All are cut out of the text of one program, so nothing is there twice. The names of functions are needed until here
// (index.html keeps them), and are gone afterwards.

import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from './features.mjs';

/** Each is #[inline(never)], and called only when the second part is here (Part::Here; with Load::Ready it always is). */
const LATER = [
  'app::checkpoint::settle',
  'app::data::erased',
  'app::extra::ask',
  'app::extra::came',
  'app::follow::first',
  'app::grading::follow',
  'app::holding::caught_up',
  'app::holding::finished',
  'app::holding::leave',
  'app::holding::read',
  'app::holding::read_on',
  'app::holding::restored',
  'app::holding::resume',
  'app::holding::save_copy',
  'app::holding::stored_report',
  'app::holding::to_lobby',
  'app::holding::wind_up',
  'app::lobby::edited',
  'app::offer::settle',
  'app::progress::close',
  'app::progress::show_table',
  'app::seed::best',
  'app::tell::ended',
  'app::tick::tell_left',
  'app::tick::tell_more',
  'app::tick::tell_time',
  'app::today::follow',
  'app::update::again',
  'app::update::answers_came',
  'app::update::share',
  'app::update::show_programs',
  'app::voice::follow',
  'app::voice::update',
  'bank::answers::look',
  'bank::json::read_answer',
  'bank::json::read_answers',
  'bank::preset::settings',
  'bank::preset::topics',
  'embed::data::carry_out',
  'embed::data::heard',
  'embed::data::listen',
  'embed::extra::load',
  'embed::grading::load',
  'embed::keeping::put_aside',
  'embed::keeping::restore',
  'embed::keeping::settle',
  'embed::keeping::take_in',
  'embed::voice::carry_out',
  'journal::record::fields::add_judged',
  'journal::record::fields::judgement',
  'progress::changed::mark',
  'round::follow::follow',
  'round::follow::unfollow',
  'round::judged::apply',
  'round::judged::decide',
  'round::judged::score',
  'round::written::score',
  'ui::aids::view',
  'ui::answer::view',
  'ui::debrief::view',
  'ui::dialogs::view',
  'ui::lobby::view',
  'ui::notices::view',
  'ui::progress::view',
  'ui::question::written',
  'ui::review::view',
  'ui::round::overview',
  'ui::voice::view',
  'web::clock::zone',
];

/** Each is #[inline(never)] and takes a Linked (src/app/extra.rs), which is to be had when the third part is here. */
const ON_DEMAND = [
  'app::extra::carry_out',
  'app::grading::before',
  'app::grading::graded',
  'app::grading::seen',
  'app::grading::turn',
  'app::progress::draw',
  'embed::extra::exported',
  'embed::extra::imported',
  'embed::grading::grade',
  'embed::grading::turn',
  'ui::custom::view',
  'ui::data::panel',
  'ui::judged::view',
  'ui::progress::view',
  'ui::voice::said',
  'ui::voice::takes',
];

/** What Yew does with nodes that nobody makes here (tests/parts.rs): raw HTML, portals, suspense, and components inside the one. */
const NEVER = /^ \(func .*yew\[\w+\]::(virtual_dom::(vraw|vportal|vsuspense|vcomp)::|dom_bundle::braw::BRaw|html::component::scope::AnyScope>::find_parent_scope::<yew\[\w+\]::suspense::)/;

const [folder, program] = process.argv.slice(2);
const path = (file) => join(folder, file);
const [whole, written] = [path(`${program}_bg.wasm`), path(`${program}.wat`)];
const run = (tool, ...args) => execFileSync(tool, [...args, ...FEATURES], { stdio: ['ignore', 'inherit', 'inherit'] });

const texts = (file) => {
  run('wasm-dis', file, '-o', written);
  // Every form of a module begins a line of its own, one space in.
  return readFileSync(written, 'utf8').replace(/^ ;;.*\n/gm, '').replace(/\)\s*$/, '').split(/^(?= \()/m).slice(1);
};
const write = (forms, file, ...options) => {
  writeFileSync(written, `(module\n${forms.join('')})\n`);
  run('wasm-as', written, '-o', file, ...options);
};

write(texts(whole).map((form) => (NEVER.test(form.split('\n', 1)[0]) ? `${form.split('\n', 1)[0]}\n  (unreachable)\n )\n` : form)), whole, '-g');
// First the patterns: where they come later, the functions are inlined already.
const kept = [...LATER, ...ON_DEMAND].map((path) => `--no-inline=*::${path}`);
const smaller = ['-Oz', '--converge', '--traps-never-happen', '--low-memory-unused', '--flatten', '--rereloop', '-Oz', '-Oz'];
run('wasm-opt', whole, '-o', whole, '-g', ...kept, ...smaller);
// With its like side by side it packs better.
run('wasm-opt', whole, '-o', whole, '-g', '--reorder-functions-by-name');
copyFileSync(whole, path(`${program}_whole.wasm`));
run('wasm-opt', whole, '-o', path(`${program}_inline.wasm`), '--strip-debug', '--strip-producers');
const forms = texts(whole);
const of = (kind) => forms.filter((form) => form.startsWith(` (${kind} `));
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)`;
const names = (text, before = '') => [...text.matchAll(new RegExp(`${before}(${NAME})`, 'g'))].map(([, name]) => name);

/** The functions by their names, and the functions that each mentions. */
const functions = new Map(of('func').map((form) => [names(form)[0], form]));
const mentioned = (name) => names(functions.get(name), String.raw`\((?:call|return_call|ref\.func) `);
const rootsOf = (paths) => {
  const roots = paths.map((path) => [...functions.keys()].filter((name) => new RegExp(`^\\$"mock_interview\\[\\w+\\]::${path}"$`).test(name)));
  const wrong = paths.filter((path, n) => roots[n].length !== 1);
  if (wrong.length) throw new Error(`these are no functions of their own: ${wrong.join(', ')}`);
  return roots.flat();
};
const [laterRoots, extraRoots] = [LATER, ON_DEMAND].map(rootsOf);

/** What can be reached from these without going through what is excluded. */
function reached(from, excluded) {
  const found = new Set();
  const waiting = [...from];
  while (waiting.length) {
    const name = waiting.pop();
    if (!functions.has(name) || found.has(name) || excluded.has(name)) continue;
    found.add(name);
    waiting.push(...mentioned(name));
  }
  return found;
}

// A function may be declared without being needed.
const isDeclaration = (form) => form.startsWith(' (elem declare');
const starts = ['elem', 'export', 'start', 'global'].flatMap(of).filter((form) => !isDeclaration(form)).flatMap((form) => names(form));
const first = reached(starts, new Set([...laterRoots, ...extraRoots]));
const second = reached(laterRoots, new Set([...first, ...extraRoots]));
const third = reached(extraRoots, new Set([...first, ...second]));
const parts = { first, later: second, extra: third };

const short = new Map();
const shortened = (kind, name) => short.get(kind + name) ?? short.set(kind + name, short.size.toString(36)).get(kind + name);
const give = ([kind, name]) => ` (export "${shortened(kind, name)}" (${kind} ${name}))\n`;
const take = (from, [kind, name, type]) => ` (import "${from}" "${shortened(kind, name)}" (${kind} ${name} ${type}))\n`;
const signature = (name) => (functions.get(name).split('\n', 1)[0].slice(name.length).match(/\((?:param|result) [^)]*\)/g) ?? []).join(' ').replaceAll(/\$\S+ /g, '');
const declare = (part) => {
  const referred = new Set([...part].flatMap((name) => names(functions.get(name), String.raw`\(ref\.func `)));
  return referred.size ? ` (elem declare func ${[...referred].join(' ')})\n` : '';
};

// What the other parts share with the first, and how each looks from outside. The memory need not be named to be used.
const TYPES = { memory: /^ \(memory \S+ ([\d ]+)/, table: /^ \(table \S+ ([\d ]+\w+)/, global: /^ \(global \S+ (\(mut \w+\)|\w+)/ };
const state = Object.entries(TYPES).flatMap(([kind, type]) => of(kind).map((form) => [kind, names(form)[0], type.exec(form)[1]]));
const used = Object.fromEntries(Object.entries(parts).map(([part, its]) => [part, new Set([...its].flatMap((name) => names(functions.get(name))))]));
// The table is the first part's.
of('elem').filter((form) => !isDeclaration(form)).flatMap((form) => names(form)).forEach((name) => used.first.add(name));
const isUsed = (part) => ([kind, name]) => kind === 'memory' || used[part].has(name);
/** The functions of a part that another one calls. */
const called = (part, by) => [...used[by]].filter((name) => by !== part && parts[part].has(name)).map((name) => ['func', name, signature(name)]);
const given = (part) => {
  const all = Object.keys(parts).flatMap((by) => called(part, by).map((call) => [call[1], call]));
  return [...new Map(all).values()].map(give);
};
const taken = (part) => Object.keys(parts).flatMap((from) => called(from, part).map((call) => take(from, call)));

/** A part beside the first. */
const beside = (part) => [
  ...of('type'), ...of('import').filter((form) => used[part].has(names(form)[0])), ...state.filter(isUsed(part)).map((shared) => take('first', shared)),
  ...taken(part), declare(parts[part]), ...given(part), ...[...parts[part]].map((name) => functions.get(name)),
];
const modules = [
  [whole, [
    ...of('type'), ...of('import'), ...taken('first'), ...['global', 'memory', 'data', 'table'].flatMap(of),
    ...of('elem').filter((form) => !isDeclaration(form)), declare(first), ...of('export'),
    ...state.filter((shared) => isUsed('later')(shared) || isUsed('extra')(shared)).map(give), ...given('first'), ...of('start'),
    ...[...first].map((name) => functions.get(name)),
  ]],
  [path('later.wasm'), beside('later')],
  [path('extra.wasm'), beside('extra')],
];
for (const [file, forms] of modules) {
  write(forms, file);
  run('wasm-opt', file, '-o', file, '--dce', '--remove-unused-module-elements', '--remove-unused-types', '--strip-debug', '--strip-producers');
}
rmSync(written);
