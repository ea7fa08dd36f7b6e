// Makes the files that a page loads out of what Trunk has built in a folder: bundles the JavaScript, names files by their
// content, writes their digests down, and lays out the npm package. Called by script/finish.

import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { catalogue, codes, compiled as compiledWords, words } from './languages.mjs';
import { single } from './single.mjs';

// Found by NODE_PATH: the tools have a folder of their own.
const esbuild = createRequire(import.meta.url)('esbuild');
const out = process.argv[2];
const read = (name) => readFileSync(join(out, name));
const digest = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** A name with a hash never means two things. */
function name(plain) {
  const hash = createHash('sha256').update(read(plain)).digest('hex').slice(0, 16);
  const named = plain.replace(/(\.[^.]+)$/, `.${hash}$1`);
  renameSync(join(out, plain), join(out, named));
  // A policy may name the digests of scripts, and takes them from integrity.json.
  return [named, digest(read(named))];
}

function bundle(entry, outfile, options = {}) {
  esbuild.buildSync({
    entryPoints: [entry],
    outfile: join(out, outfile),
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    loader: { '.wasm': 'binary', '.css': 'text', '.json': 'text', '.md': 'text', '.txt': 'text' },
    ...options,
  });
}

/**
 * wasm-bindgen's classic glue keeps its state in variables; as a function it makes new ones for every element. It is handed
 * a way to start a compiled module (static/program.js): its own ways to fetch and compile one are left out. Yew knows how to set raw HTML, which the widget
 * never does: that is left out too, and whoever reads the files for a strict page finds none. Old libraries put something
 * of their own in the place of Window and Element; the browser's are still what its objects are made from. And Yew paints a moment later, when
 * Firefox has printed the page already: in `beforeprint` it paints at once.
 */
function factory(program, exported) {
  const glue = join(out, `${program}.mjs`);
  const [before, loading] = read(`${program}.js`).toString().split(/(?=async function __wbg_load)/);
  if (!loading) throw new Error(`the glue of ${program} is not as it was: where does it load?`);
  const native = { Window: 'globalThis', Element: 'HTMLElement.prototype' };
  const used = Object.entries(native).filter(([name]) => before.includes(`instanceof ${name};`));
  const found = used.map(([name, below]) => `const ${name} = Object.getPrototypeOf(${below}).constructor;\n`).join('');
  const text = found + before
    .replace(/\w+\.innerHTML = [^;]+;/g, 'throw new Error();')
    .replace(/\bqueueMicrotask\((\w+)\);/, "event?.type === 'beforeprint' ? $1() : queueMicrotask($1);");
  if (exported === 'glue' && !text.includes('beforeprint')) throw new Error(`the glue of ${program} is not as it was: where does it queue?`);
  const start = 'async (module) => __wbg_finalize_init({ exports: await started(module, __wbg_get_imports()) }, module)';
  writeFileSync(glue, `export function ${exported}(started) {\n${text}\nreturn Object.assign(${start}, exports); })({ __proto__: null }); return wasm_bindgen; }`);
  rmSync(join(out, `${program}.js`));
  renameSync(join(out, `${program}_bg.wasm`), join(out, `${program}.wasm`));
  return resolve(glue);
}

/** The same as plain JavaScript (script/plain.mjs), with more that it exports. */
function plain(program, more = '') {
  const [made, entry] = ['js', 'mjs'].map((ending) => `plain-${program}.${ending}`);
  writeFileSync(join(out, entry), read(entry) + more);
  bundle(join(out, entry), made);
  rmSync(join(out, entry));
  return made;
}

/** The styles of a part travel in its WebAssembly, in a section that only runtime.js reads: nothing more to fetch, and the same digest. */
function putStyleIn(part) {
  bundle(`static/${part}.css`, `${part}.css`, { loader: { '.css': 'css' } });
  const leb = (n) => (n < 128 ? [n] : [(n % 128) + 128, ...leb(n >> 7)]);
  const name = Buffer.from('style');
  const section = Buffer.concat([Buffer.from([name.length]), name, read(`${part}.css`)]);
  writeFileSync(join(out, `${part}.wasm`), Buffer.concat([read(`${part}.wasm`), Buffer.from([0, ...leb(section.length)]), section]));
  const style = read(`${part}.css`).toString();
  rmSync(join(out, `${part}.css`));
  return style;
}

// First: a text without words in some language fails the build.
const spoken = words();
const catalogues = codes().map((code) => [code, catalogue(code, spoken)]);

const glue = factory('mock-interview', 'glue');
/** What script/split.mjs cuts from the program. */
const parts = ['later', 'extra'];
const readers = ['reader-post', 'reader-markdown'];
for (const reader of readers) bundle(`static/${reader.replace('reader', 'read')}.js`, `${reader}.js`, { alias: { factory: factory(reader, 'reader') } });
bundle('static/widget.css', 'widget.css', { loader: { '.css': 'css' } });
const style = resolve(out, 'widget.css');
const styles = Object.fromEntries(parts.map((part) => [part, putStyleIn(part)]));
bundle('static/card.css', 'card.css', { loader: { '.css': 'css' } });

const card = JSON.parse(read('card.json'));
// They are called by the fingerprint of their bank, which they hold inside as well; outside each is named by its own content.
const [answers, rubrics] = ['answers', 'rubrics'].map((kind) => {
  const compiled = readdirSync(join(out, 'banks')).find((file) => file.startsWith(`${kind}.${card.id}.`));
  const plain = `banks/${kind}.${card.id}.txt`;
  renameSync(join(out, 'banks', compiled), join(out, plain));
  return plain;
});
/** A module of constants, for the bundles. */
function generated(file, constants) {
  const path = resolve(out, file);
  writeFileSync(path, Object.entries(constants).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'));
  return path;
}

const judge = factory('grader', 'reader');
const inlined = { 'built/grader.wasm': resolve(out, 'grader.wasm'), 'built/rubrics.txt': resolve(out, rubrics) };
const ofGrader = { factory: judge, grader: resolve('static/inline-grader.js') };
bundle('static/grader.js', 'grader.inline.js', { alias: { ...ofGrader, ...inlined } });
const oneFile = generated('one-file.mjs', { PAGE: undefined, CARRIED: undefined });

// The minifier leaves the spaces in custom properties alone.
const shown = { BANK: card, CARD: read('card.css').toString().trim().replace(/([:,]) /g, '$1') };
const program = {
  glue,
  built: generated('built.mjs', shown),
  source: resolve('static/inline.js'),
  extras: resolve('static/inline-extras.js'),
  plain: resolve('static/inline-plain.js'),
  styles: generated('styles.mjs', { STYLES: styles }),
  'widget.css': style,
};
const inside = {
  // In one piece it is smaller.
  'built/widget.wasm': resolve(out, 'mock-interview_inline.wasm'),
  ...Object.fromEntries(readers.flatMap((reader) => ['js', 'wasm'].map((kind) => [`built/${reader}.${kind}`, resolve(out, `${reader}.${kind}`)]))),
  'built/grader.js': resolve(out, 'grader.inline.js'),
  'built/answers.txt': resolve(out, answers),
  'built/bank.md': resolve(out, 'banks', `${card.id}.md`),
};
bundle('static/embed.js', 'embed.inline.js', { alias: { ...program, 'one-file': oneFile, ...inside } });
single({ out, bundle, inside, program, grader: { program: ofGrader, inside: inlined } });
rmSync(join(out, 'mock-interview_inline.wasm'));

/** A program as WebAssembly, and its like as plain JavaScript: name and digest of each. */
const both = (program) => [...name(`${program}.wasm`), ...name(plain(program))];

// Each names those before it.
const grader = generated('grader-files.mjs', { WASM: both('grader'), RUBRICS: name(rubrics) });
bundle('static/grader.js', 'grader.js', { alias: { factory: judge, grader } });
bundle('static/voice.js', 'voice.js');
const page = name('mock-interview.html');
if (process.env.SINGLE) copyFileSync(join(out, page[0]), join(out, 'mock-interview.html'));
bundle('static/data.js', 'data.js', { alias: { 'one-file': generated('one-file.mjs', { PAGE: page }) } });
const whole = name('mock-interview.wasm');
mkdirSync(join(out, 'languages'));
/** Of each language the start card's words; they name those of the program. */
const cards = Object.fromEntries(catalogues.map(([code, forms]) => {
  const { all, card } = compiledWords(code, spoken, ({ one }) => forms.get(one));
  const write = (kind, text) => {
    writeFileSync(join(out, `languages/${code}${kind}.json`), text);
    return name(`languages/${code}${kind}.json`);
  };
  return [code, write('.card', JSON.stringify({ ...card, all: write('', all) }))];
}));
const extras = generated('extras.mjs', {
  PROGRAM: whole,
  READERS: Object.fromEntries(readers.map((reader) => [reader, { module: name(`${reader}.js`), wasm: both(reader) }])),
  PARTS: Object.fromEntries(parts.map((part) => [part, name(`${part}.wasm`)])),
  VOICE: name('voice.js'),
  DATA: name('data.js'),
  GRADER: name('grader.js'),
  CARRIED: undefined,
  STYLES: undefined,
  PLAIN: name(plain('mock-interview', `export const styles = ${JSON.stringify(styles)};`)),
  ANSWERS: { file: name(answers) },
});
bundle('static/runtime.js', 'runtime.js', { alias: { glue, extras, plain: resolve('static/plain.js'), 'widget.css': style } });
bundle('static/languages.js', 'languages.js', { alias: { languages: generated('languages.mjs', { CARDS: cards }) } });
// The digest of the program is in the runtime.
const built = generated('built.mjs', { ...shown, RUNTIME: name('runtime.js'), WASM: whole[0], LANGUAGES: name('languages.js') });
const alias = { built, source: resolve('static/source.js') };
bundle('static/embed.js', 'embed.js', { alias });
// A classic script has no import.meta, but knows which script it is.
bundle('static/embed.js', 'embed.iife.js', {
  alias,
  format: 'iife',
  define: { 'import.meta.url': 'mockInterviewScript' },
  banner: { js: '{const mockInterviewScript=document.currentScript.src;' },
  footer: { js: '}' },
});
for (const made of ['built.mjs', 'languages.mjs', 'extras.mjs', 'mock-interview.mjs', 'grader.mjs', 'grader-files.mjs', 'grader.inline.js', ...readers.map((reader) => `${reader}.mjs`), 'one-file.mjs', 'styles.mjs', 'card.css', 'widget.css']) rmSync(join(out, made));

// The npm package: what a page loads, and what an editor knows of it.
const version = /^version = "(.+)"/m.exec(readFileSync('Cargo.toml', 'utf8'))[1];
mkdirSync(join(out, 'package'));
const forPages = /^(?!mock-interview\.html)(data|embed|extra|frame|grader|icon|languages|later|plain|runtime|reader|voice|mock-interview).*\.(js|html|wasm|css|svg)$|^(banks|languages)$/;
for (const part of readdirSync(out).filter((part) => forPages.test(part))) cpSync(join(out, part), join(out, 'package', part), { recursive: true });
for (const file of readdirSync('static/package')) copyFileSync(join('static/package', file), join(out, 'package', file));
for (const file of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(file, join(out, 'package', file));
const manifest = join(out, 'package/package.json');
writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"0.0.0"', `"${version}"`));

// What a page may write into integrity="…".
const digests = (but) => Object.fromEntries(readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(out.length + 1))
  .filter((file) => !but.test(file))
  .sort()
  .map((file) => [file, digest(read(file))]));
// Kept for use without network: all that the pages of this folder can ask for. The large file that is for other pages alone is not among it, nor
// the copy of the page that is one file, nor are the pictures that only shops of apps show.
const NOT_KEPT = 'package\\/|card\\.json|files\\.mjs|sw\\.js|embed\\.inline\\.js|mock-interview\\.html|screenshot-|banks\\/bank\\.schema\\.json';
const BUILD = createHash('sha256').update(JSON.stringify(digests(new RegExp(`^(${NOT_KEPT})`)))).digest('hex').slice(0, 16);
// The first page and its script say of which build they are: static/site/app.js holds them together.
for (const file of ['index.html', 'app.js']) writeFileSync(join(out, file), read(file).toString().replace('%BUILD%', BUILD));
const FILES = digests(new RegExp(`^(${NOT_KEPT}|plain-)`));
// And these for whoever runs them.
const PLAIN = digests(/^(?!plain-)/);
bundle('static/site/sw.js', 'sw.js', { format: 'iife', alias: { files: generated('files.mjs', { BUILD, FILES, PLAIN }) } });
rmSync(join(out, 'files.mjs'));
writeFileSync(join(out, 'integrity.json'), `${JSON.stringify(digests(/^(package\/|card\.json|integrity\.json)/), null, 2)}\n`);
