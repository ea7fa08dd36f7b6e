// Looks after a running widget: one instance of the program for every element, over one compiled module. A panic in one leaves
// the others alone, and the broken one is mounted again where it was, from what it had stored.

import { glue } from 'glue';
import { ANSWERS, DATA, GRADER, PARTS, PROGRAM, STYLES, VOICE } from 'extras';
import STYLE from 'widget.css';
import { failure } from './failure.js';
import { instantiate } from './instance.js';
import { keepFocus, keepForms, keepKeys } from './manners.js';
import { copied, copy as mirror, fails } from './mirror.js';
import { compiling, prepare } from './prepare.js';

const MANY_CRASHES = 3;
const CRASH_WINDOW_MS = 10_000;
/** Of a file with somebody's progress: as in journal/copy.rs. */
const LARGEST_COPY = 20_000_000;

/** What an element needs, from the folder `base`. `wasm` is the program, on its way. */
export async function gather(base, load, wasm, warn) {
  const loads = {
    ...load,
    // Where all is in one file, it has its own way to a text.
    text: load.text ?? (async (base, [name, integrity]) => (await load.file(base + name, integrity)).text()),
    wasm: async (base, file) => compiling(await load.wasm(base, load.file ? file[0] : file), file[1]),
  };
  const module = await compiling(wasm, PROGRAM[1]);
  if (STYLES) module.styles = STYLES;
  const parts = { Life, base, warn, load: loads, module };
  return Object.assign(parts, { prepare: (...given) => prepare(parts, ...given) });
}

/** Another part of the program and its styles. In plain JavaScript all is one, and so it is where all is in one file. */
async function partOf({ base, load, module: { styles } }, part) {
  const module = styles ? undefined : await load.wasm(base, PARTS[part]);
  return { module, sheet: sheetOf(styles?.[part] ?? new TextDecoder().decode(WebAssembly.Module.customSections(module, 'style')[0])) };
}

/** Compiled once for all elements. One that did not come is asked for again. */
const coming = {};
const compiled = (parts, part) => (coming[part] ??= partOf(parts, part).catch((error) => {
  delete coming[part];
  throw error;
}));

function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

function wear(root, sheet) {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Waits two seconds at most; whether it holds then. */
async function until(holds) {
  for (let n = 0; n < 100 && !holds(); n += 1) await new Promise((next) => setTimeout(next, 20));
  return holds();
}

/** What the browser refuses to store, for each element: it outlives a crashed widget. */
const memories = new WeakMap();

/** A widget from its first mount to its end, through all crashes. */
export class Life {
  #parts;
  #element;
  #handle;
  #crashes = [];
  #stage;
  /** Lets go of what a crashed instance holds. */
  #held = new Set();
  #ended = false;
  /** The page wants another language. */
  #stale = false;
  #mounted;
  #extra;

  constructor(parts, element) {
    const { mount } = element;
    const root = mount.parentNode;
    if (!memories.has(root)) memories.set(root, new Map());
    this.#parts = parts;
    this.#element = { ...element, root, memory: memories.get(root), warn: parts.warn };
    keepKeys(mount);
    keepFocus(root, mount);
    keepForms(mount);
    // Back in the lobby, another bank need not wait any longer.
    mount.addEventListener('click', () => setTimeout(() => this.#changeBank()));
  }

  /** Whether the page has named another bank or language by now, or wants it with other images, and no round keeps this one. */
  get isStale() {
    const { bank, images } = this.#element.settings();
    const { bank: its, read } = this.#parts;
    return this.state !== 'running' && (this.#stale || bank !== its || (read && images !== read.images));
  }

  #changeBank() {
    if (this.isStale && this.state === 'lobby') this.#element.again();
  }

  get state() {
    return this.#handle?.state() || 'loading';
  }

  /** Once it is mounted: it may be on its way. */
  async start(preset) {
    await this.#mounted;
    if (preset !== undefined) this.#handle?.start(`${preset}`);
  }

  /** Waits for the round, as long as it can be on its way. */
  async running() {
    await until(() => this.#ended || this.state === 'running');
  }

  /** Until it is handed in. */
  async stop() {
    this.#handle?.stop();
    await until(() => this.state !== 'running');
  }

  /** The settings have changed. The next round is as the page wants it now; another bank or language waits for the end of this one. */
  set(speaks) {
    this.#stale ||= speaks;
    this.#changeBank();
    this.#handle?.set(written({ ...this.#element.settings(), ...asked() }));
  }

  async exportProgress() {
    await this.#opened();
    return new File([this.#handle.exportProgress()], 'mock-interview.json', { type: 'application/json' });
  }

  async importProgress(file) {
    // A film, chosen by mistake, would not fit into the memory of an instance.
    if (file?.size > LARGEST_COPY) throw failure('import', this.#element.mount.t('The file is too large to be a copy of somebody’s progress.'));
    await this.#opened();
    const outcome = JSON.parse(this.#handle.importProgress(await new Response(file).text()));
    if (outcome.error) throw failure('import', outcome.error);
    return outcome;
  }

  /** When all of the program is here, what is stored has been read, and the widget knows of it. */
  async #opened() {
    await this.#extra();
    if (!await until(() => this.#handle?.isWhole())) throw failure('network', 'A part of the widget did not load.');
  }

  begin(start) {
    return (this.#mounted = this.#begin(start));
  }

  async #begin(start) {
    const { module, base, read, load } = this.#parts;
    const { root, mount, memory, settings, tell, fail, warn } = this.#element;
    const stage = document.createElement('div');
    this.#stage = stage;
    const current = () => !this.#ended && this.#stage === stage;
    try {
      const { bindings, extend, isAlive } = await instantiate(module, glue, () => current() && this.#crashed());
      if (!current()) return;
      const later = async () => {
        const { module, sheet } = await compiled(this.#parts, 'later');
        await extend('later', module);
        wear(root, sheet);
      };
      const late = (texts) => current() && this.#handle?.unite(texts);
      let coming;
      // A copy that comes late needs the second part as well.
      const part = () => (coming = later().then(() => copied(memory, late)));
      this.#extra = async () => {
        const [{ module, sheet }] = await Promise.all([compiled(this.#parts, 'extra'), later()]);
        await extend('extra', module);
        wear(root, sheet);
      };
      wear(root, sheet);
      const focused = !!root.activeElement;
      let grader;
      mount.replaceChildren(stage);
      const around = {
        part,
        extra: this.#extra,
        mirror,
        answers: async () => {
          // They are read by code of the second part, which was asked for before them.
          const [text] = await Promise.all([read?.answers ?? ANSWERS.text ?? load.text(base, ANSWERS.file), coming]);
          return text.split('\n');
        },
        grader: async () => {
          grader ??= await (await load.module(base, GRADER)).open(this.#parts);
        },
        grade: (...answer) => {
          try {
            return grader?.grade(...answer);
          } catch {
            // Nobody knows in what state it is.
            grader = undefined;
          }
        },
        data: async (what, about) => (await load.module(base, DATA))[what]({ ...this.#parts, settings: settings(), written, download, about, fails: fails() }),
        copy,
        download,
        warn,
        memory,
        // Loaded when it is first used. It belongs to the element, as the memory does.
        voice: (...order) => {
          if (order[0] === 'look' && !memory.voice) return;
          const hear = (news) => current() && this.#handle?.hear(news);
          memory.voice ??= load.module(base, VOICE).then(({ Voice }) => new Voice());
          memory.voice.then((voice) => current() && voice.carryOut({ hear, held: this.#held }, order), () => {
            memory.voice = undefined;
            hear('trouble\x01load');
          });
        },
        held: this.#held,
        // None for English.
        words: mount.t.words,
        intl: (what, number) => mount.t.intl(what, number),
        problems: (read?.told ?? []).join('\n'),
        get settings() {
          return written({ ...settings(), ...asked() });
        },
        // Not from inside the update: whoever hears it may call us back.
        tell: (name, detail) => setTimeout(() => tell(name, JSON.parse(detail))),
      };
      const handle = bindings.mount(stage, around, read?.bank, start === undefined ? start : `${start}`, focused);
      if (isAlive()) this.#handle = handle;
      // Should it break: to try again is not to begin another round.
      mount.wanted = [];
    } catch (error) {
      if (!current()) return;
      this.end();
      const { t } = mount;
      const { message } = error;
      fail({ title: t('The interview could not begin'), words: `${t('The browser says:')} ${message}` });
      tell('error', { code: 'crash', message });
      throw error;
    }
  }

  end() {
    this.#ended = true;
    this.#handle?.unmount();
    this.#handle = undefined;
    this.#letGo();
  }

  #letGo() {
    this.#held.forEach((letGo) => letGo());
    this.#held.clear();
  }

  #crashed() {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    this.#handle = undefined;
    this.#stage = undefined;
    this.#letGo();
    if (this.#crashes.length < MANY_CRASHES) {
      // Not from inside the call that has just failed.
      setTimeout(() => !this.#ended && !this.#stage && this.begin());
      return;
    }
    this.#ended = true;
    this.#element.tell('error', { code: 'crash', message: 'stopped three times in ten seconds' });
    const { t } = this.#element.mount;
    this.#element.fail({
      title: t('Something keeps going wrong here'),
      words: t('Your answers are saved. You can try again now, or reload the page later.'),
      action: t('Go on'),
    });
  }
}

/** As JSON. A page may have put something of its own in the place of JSON.stringify. */
function written(settings) {
  const code = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const quoted = (text) => `"${text.replace(/[^ !#-[\]-~]/g, code)}"`;
  return `{${Object.entries(settings).map((setting) => setting.map(quoted).join(':'))}}`;
}

/** The round that a link has asked for: `#round=preset.seed`. */
function asked() {
  const round = new URLSearchParams(location.hash.slice(1)).get('round');
  return round ? { round } : {};
}

/** Copies the link to a round. Where that is not allowed, it is given back. */
async function copy(round) {
  const url = new URL(document.URL);
  url.hash = `round=${encodeURIComponent(round)}`;
  try {
    await navigator.clipboard.writeText(url.href);
  } catch {
    return url.href;
  }
}

function download(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

const sheet = sheetOf(STYLE);
