// The <mock-interview> element: paints the start card, loads the widget when it is wanted, and is its public face. No quiz
// logic, and no more than has to stand on every page: whatever can wait is in runtime.js.

import { BANK, CARD } from 'built';
import { FILES, folder, load } from 'source';
import { Failure } from './failure.js';

const SETTINGS = 'bank preset questions minutes modes topics levels seed lang theme loading heading open base-url'.split(' ');
const NAME = 'mock-interview';

const loads = new Map();
const warned = new Set();
let sheet;

/** What all elements share that take their files from the same place. */
function shared(base) {
  if (!loads.has(base)) {
    const files = [load.module(base, FILES.runtime), load.wasm(base, FILES.wasm), load.text(base, FILES.style)];
    const all = Promise.all(files).then(([runtime, module, style]) => ({ runtime, module, style, base, load }));
    all.catch(() => loads.delete(base));
    loads.set(base, all);
  }
  return loads.get(base);
}

function warn(words) {
  if (!warned.has(words)) console.warn(`${NAME}: ${words}`);
  warned.add(words);
}

/** For a promise whose failure was said already. */
const quietly = (promise) => promise.catch(() => {});

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

class MockInterview extends HTMLElement {
  static observedAttributes = SETTINGS;
  #root;
  /** What everything of ours stands in; none while the element is out of the page. */
  #mount;
  #settings;
  #loading;
  #life;
  #phase;
  /** Ends what listens and watches outside. */
  #stop;
  /** What the browser refuses to store; it outlives a crashed widget. */
  #memory = new Map();

  get state() {
    return this.#life?.state ?? this.#phase ?? 'idle';
  }

  /** Begins a round: the page's, or that of a preset. A round that was left running goes on instead. */
  async start(preset = 'page') {
    await (await this.#open(preset)).running();
  }

  /** Hands the running round in. */
  async stop() {
    this.#life?.stop();
  }

  async exportProgress() {
    return (await this.#open()).exportProgress();
  }

  async importProgress(file) {
    return (await this.#open()).importProgress(file);
  }

  connectedCallback() {
    if (this.#mount) return;
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(CARD);
    this.#root ??= this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
    this.#root.adoptedStyleSheets = [sheet];
    this.#mount = make('div', { className: 'mount' });
    this.#root.replaceChildren(this.#mount);
    this.#stop = new AbortController();
    this.#phase = 'idle';
    this.#read();
    this.#paint();
    this.#watchScheme();
    const { loading, open } = this.#settings;
    if (open !== undefined || this.#hasRound()) quietly(this.#open());
    else if (loading === 'eager') quietly(this.#load());
    else if (loading !== 'click') this.#loadWhenNear();
  }

  disconnectedCallback() {
    // Being moved is not being removed: look again when the page has settled.
    queueMicrotask(() => {
      if (!this.isConnected && this.#mount) this.#clear();
    });
  }

  attributeChangedCallback(name, was, is) {
    if (!this.#mount || was === is) return;
    const bank = this.#settings.bank;
    this.#read();
    this.#paintScheme();
    // The next round is as the page wants it now; another bank has to wait for the end of this one.
    if (this.#life && (bank === this.#settings.bank || this.state === 'running')) this.#life.set();
    else this.#again();
  }

  #clear() {
    this.#life?.end();
    this.#stop.abort();
    this.#life = this.#mount = this.#loading = this.#phase = undefined;
    this.#root.replaceChildren();
  }

  #again() {
    this.#clear();
    this.connectedCallback();
  }

  /** The settings: from the attributes, else from a child with JSON. */
  #read() {
    const settings = (this.#settings = {});
    try {
      const json = this.querySelector(':scope > script[type="application/json"]')?.textContent || '{}';
      for (const [name, value] of Object.entries(JSON.parse(json))) settings[name] = [value].flat().join(' ');
    } catch (error) {
      warn(`the settings in <script> are passed over: ${error.message}`);
    }
    for (const name of SETTINGS) if (this.hasAttribute(name)) settings[name] = this.getAttribute(name);
    settings.bank = settings.bank?.trim() ?? '';
  }

  /** The name under which progress with this bank is kept. */
  get #bankName() {
    const { bank } = this.#settings;
    if (!bank) return BANK.id;
    const { origin, href } = bank[0] === '#' ? new URL(bank, location) : new URL(bank, document.baseURI);
    return origin === location.origin ? href.slice(origin.length) : href;
  }

  /** Whether a round was left running: it goes on by itself. */
  #hasRound() {
    const prefix = `${NAME}:1:journal:${this.#bankName.replaceAll('%', '%25').replaceAll(':', '%3A')}:`;
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(prefix) && !localStorage[key].includes('"is":"finished"'));
    } catch {
      // The widget itself says it where nothing can be stored.
      return false;
    }
  }

  /** The start card. `read` is a bank of the page's own, when it is known. */
  #paint(read = this.#settings.bank ? { title: 'Questions and answers' } : BANK) {
    const { heading, preset, questions, minutes, modes, topics, levels } = this.#settings;
    const usual = BANK.presets[preset] ?? BANK.presets[BANK.preset];
    const given = (text) => (/^\s*[1-9]\d*\s*$/.test(text) ? +text : 0);
    const count = (number, noun) => number && `${number} ${noun}${number > 1 ? 's' : ''}`;
    const asked = Math.min(given(questions) || usual.questions, read.questions ?? Infinity);
    const upTo = modes || topics || levels || !read.questions ? 'Up to ' : '';
    const line = [upTo + count(asked, 'question'), count(given(minutes) || (given(questions) ? 0 : usual.minutes), 'minute')];
    const button = (className, part, textContent, start) =>
      make('button', {
        type: 'button', className, part, textContent,
        onclick: ({ currentTarget }) => {
          currentTarget.ariaBusy = true;
          quietly(this.#open(start));
        },
      });
    const focused = this.#root.activeElement?.className;
    this.#show(
      make('div', { className: 'widget start', part: 'card' },
        make('header', { className: 'title' },
          make('p', { className: 'eyebrow', textContent: 'Mock interview' }),
          make('h2', { part: 'title', textContent: heading?.trim() || read.title }),
          make('p', { className: 'soft', textContent: line.filter(Boolean).join(' · ') })),
        make('div', { className: 'actions' },
          button('main', 'start', 'Start the interview', 'page'),
          button('plain', 'button', 'Other rounds and settings'))));
    if (focused) this.#root.querySelector('button.' + focused)?.focus();
  }

  #show(card) {
    this.#mount.replaceChildren(card, make('slot'));
  }

  #loadWhenNear() {
    const { signal } = this.#stop;
    const near = () => {
      watch.disconnect();
      quietly(this.#load());
    };
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && near(), { rootMargin: '200px' });
    watch.observe(this);
    signal.onabort = () => watch.disconnect();
    for (const touch of ['pointerover', 'focusin']) this.addEventListener(touch, near, { once: true, signal });
  }

  /** Everything that is needed to mount. */
  #load() {
    const mount = this.#mount;
    if (!mount) return Promise.reject(new Failure('page', 'the element is not in the page'));
    return (this.#loading ??= (async () => {
      this.#phase = 'loading';
      try {
        const base = new URL(this.#settings['base-url'] || folder, document.baseURI).href;
        const parts = await shared(base.replace(/\/?$/, '/'));
        const read = await parts.runtime.prepare(parts, this.#settings, this.#bankName, warn);
        if (mount !== this.#mount) throw new Failure('page', 'the element was taken out of the page');
        this.#phase = 'ready';
        if (read && !mount.wanted) this.#paint(read);
        const { title, questions } = read ?? BANK;
        this.#tell('ready', { bank: this.#bankName, title, questions });
        return { ...parts, read };
      } catch (error) {
        if (mount === this.#mount) {
          this.#loading = undefined;
          this.#phase = 'idle';
          // Where nobody has asked for it yet, a connection may come back by itself.
          if (mount.wanted || error.title) this.#fail(error);
          this.#tell('error', { code: error.code ?? 'crash', message: error.message });
          console.error(`${NAME}: ${error.message}`);
        }
        throw error;
      }
    })());
  }

  async #open(start) {
    const mount = this.#mount;
    if (mount) mount.wanted = true;
    const parts = await this.#load();
    if (this.#life) this.#life.start(start);
    else {
      this.#life = new parts.runtime.Life(parts, {
        root: this.#root,
        mount,
        memory: this.#memory,
        warn,
        settings: () => JSON.stringify(this.#settings),
        tell: (name, detail) => this.#tell(name, detail),
        fail: (error) => this.#fail(error),
      });
      await this.#life.begin(start);
    }
    return this.#life;
  }

  /** A calm card with one way on, where the widget cannot be. */
  #fail(error) {
    const { title, words, action, text } = error;
    this.#life = undefined;
    this.#phase = 'failed';
    const again = () => {
      this.#again();
      this.#root.querySelector('button').focus();
      quietly(this.#open());
    };
    this.#show(
      make('div', { className: 'widget start', part: 'card', role: 'alert' },
        make('h2', { textContent: title ?? 'The interview did not load' }),
        make('p', { textContent: words ?? 'Check the connection and try again.' }),
        make('p', {}, make('button', { className: 'main', type: 'button', part: 'button', textContent: action ?? 'Try again', onclick: again })),
        ...(text ? [make('pre', { tabIndex: 0, textContent: text })] : [])));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}-${name}`, { bubbles: true, composed: true, detail }));
  }

  #watchScheme() {
    const { signal } = this.#stop;
    const paint = () => this.#paintScheme();
    // A page changes its theme by a class or an attribute up there, and its colours may take a moment.
    const later = () => (paint(), setTimeout(paint, 400));
    const watch = new MutationObserver(later);
    for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
    signal.addEventListener('abort', () => watch.disconnect());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
    paint();
  }

  /** As the element says; else as the page says; else as its words look: light ones stand on something dark. */
  #paintScheme() {
    if (!this.#mount) return;
    const { colorScheme, color } = getComputedStyle(this.parentElement ?? this);
    const [r, g = r, b = r] = (color.match(/[\d.]+/g) ?? [0]).map((part) => part / (color[0] === 'r' ? 255 : 1));
    const seen = colorScheme === 'normal' ? (r + g + b > 1.8 ? 'dark' : 'light') : '';
    const { theme } = this.#settings;
    this.#mount.dataset.scheme = /^(light|dark)$/.test(theme) ? theme : seen;
  }
}

/** Two Yew programs, one inside the other, answer each other's clicks unless a closed root stands between them. */
function insideYew(element) {
  for (let node = element.parentNode; node; node = node.parentNode ?? node.host) {
    if (node.__yew_subtree_id !== undefined) return true;
  }
  return false;
}

if (customElements.get(NAME)) warn('the element is defined already; the first definition stays.');
else customElements.define(NAME, MockInterview);
