// The <mock-interview> element: paints the start card, loads the widget when it is wanted, and is its public face. No quiz
// logic, and no more than has to stand on every page: whatever can wait is in runtime.js.

import { BANK, CARD } from 'built';
import { LANGUAGES, RUNTIME, WASM, folder, load } from 'source';
import { failure } from './failure.js';
import { scheme, watchScheme } from './scheme.js';
import { SETTINGS, read } from './settings.js';

const NAME = 'mock-interview';

const loads = {};
/** Who goes on with a bank's round: one element on a page. */
const heirs = {};
const warned = new Set();
const sheet = new CSSStyleSheet();
sheet.replaceSync(CARD);

/** What all elements share that take their files from the same place; what failed is not kept. */
function shared(base) {
  return (loads[base] ??= Promise.all([load.module(base, RUNTIME), load.wasm(base, WASM)])
    .then(([runtime, wasm]) => runtime.gather(base, load, wasm, warn))
    .catch((error) => {
      delete loads[base];
      throw error;
    }));
}

function warn(words) {
  if (!warned.has(words)) console.warn(NAME + ': ' + words);
  warned.add(words);
}

/** The whole address; nothing where it is none. */
const address = (text, base = document.baseURI) => URL.canParse(text, base) && new URL(text, base).href;

/** For a promise whose failure was said already. */
const quietly = (promise) => promise.catch(() => {});

function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Says words, or how many of a noun there are. */
const english = (words, count) => (count ? count + words + (count > 1 ? 's' : '') : words);

const button = (className, part, textContent, onclick) => make('button', { className, part, textContent, onclick });

class MockInterview extends HTMLElement {
  static observedAttributes = SETTINGS;
  #root;
  /** What everything of ours stands in; none while the element is out of the page. */
  #mount;
  #settings;
  #learning;
  #loading;
  #life;
  #phase = 'idle';
  /** Ends what listens and watches outside. */
  #stop;

  get state() {
    return this.#life?.state ?? this.#phase;
  }

  /** Begins a round: the page's, or that of a preset. A round that was left running goes on instead. */
  async start(preset = 'page') {
    await (await this.#open(preset)).running();
  }

  /** Hands the running round in. */
  async stop() {
    this.#here();
    await this.#life?.stop();
  }

  async exportProgress() {
    return (await this.#open()).exportProgress();
  }

  async importProgress(file) {
    return (await this.#open()).importProgress(file);
  }

  connectedCallback() {
    if (this.#mount) return;
    this.#root ??= this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
    this.#root.adoptedStyleSheets = [sheet];
    this.#settings = read(this, warn);
    this.#mount = make('div', { className: 'mount' });
    this.#learning = this.#learn(this.#mount);
    const { signal } = (this.#stop = new AbortController());
    const { loading, open } = this.#settings;
    const opens = this.hasAttribute('open') || open === 'true' || this.#hasRound();
    // What takes longest comes first.
    if (opens || loading === 'eager') quietly(this.#load());
    this.#paint();
    watchScheme(() => this.#paintScheme(), signal);
    // A classic script may see the element before what is in it.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.attributeChangedCallback(0, 0, 1), { signal });
    if (opens) return this.#go();
    if (!/^(eager|click)$/.test(loading)) this.#loadWhenNear(signal);
    // Whose place it takes may leave the page only after it has come.
    queueMicrotask(() => this.#hasRound() && this.#go());
  }

  disconnectedCallback() {
    // Being moved is not being removed: look again when the page has settled.
    queueMicrotask(() => {
      if (this.isConnected || !this.#mount) return;
      this.#clear();
      this.#root.replaceChildren();
    });
  }

  attributeChangedCallback(name, was, is) {
    if (!this.#mount || was === is) return;
    const [{ bank }, language] = [this.#settings, this.#language];
    this.#settings = read(this, warn);
    this.#paintScheme();
    const speaks = language !== this.#language;
    if (this.#life) this.#life.set(speaks);
    else if (!this.#mount.wanted || bank !== this.#settings.bank || speaks) this.#again();
  }

  #clear() {
    this.#life?.end();
    this.#stop.abort();
    this.#life = this.#mount = this.#loading = undefined;
    this.#phase = 'idle';
  }

  #again() {
    this.#clear();
    this.connectedCallback();
  }

  /** What it could speak but English, best first: as the element says, what is around it, and its reader. */
  get #language() {
    const asked = [this.#settings.lang, this.closest('[lang]')?.lang, document.documentElement.lang, ...navigator.languages].join(' ');
    return LANGUAGES && !/^ *en\b/i.test(asked) && asked;
  }

  /** The words of another language come by themselves (languages.js); where they do not, it is English. */
  async #learn(mount) {
    mount.t = english;
    if (!this.#language) return;
    // Until they have come: room for them.
    mount.t = () => '\xa0';
    const all = await quietly(load.module(this.#base, LANGUAGES));
    mount.t = (await all?.learn(load, this.#base, mount, this.#language)) ?? english;
    if (mount === this.#mount && !this.#life) this.#paint();
  }

  /** The folder of the files. */
  get #base() {
    return (address(this.#settings['base-url'] ?? folder) || folder).replace(/\/?$/, '/');
  }

  /** The name under which progress with this bank is kept. */
  get #bankName() {
    const { bank } = this.#settings;
    return bank ? (address(bank, bank[0] === '#' ? location : undefined) || bank).replace(location.origin + '/', '/') : BANK.id;
  }

  /** Whether a round was left running: it goes on by itself. */
  #hasRound() {
    const name = this.#bankName;
    const heir = heirs[name]?.deref();
    if (heir?.isConnected && heir !== this) return;
    heirs[name] = new WeakRef(this);
    const prefix = NAME + ':1:journal:' + name.replace(/[%:]/g, encodeURIComponent) + ':';
    try {
      // A finished one has a report.
      return Object.keys(localStorage).some((key) => key.startsWith(prefix) && !localStorage[key.replace(/:journal(.*):.*/, ':report$1')]);
    } catch {
      // The widget itself says it where nothing can be stored.
    }
  }

  /** The start card. `read` is a bank of the page's own, when it is known. */
  #paint(read = this.#settings.bank ? {} : BANK) {
    const { t } = this.#mount;
    const { bank, heading, preset, questions, minutes, modes, topics, levels } = this.#settings;
    // A link's round comes before the page's.
    const wanted = /#round=([^.]+)/.exec(location)?.[1] ?? preset;
    // What a bank that is not read yet calls so, nobody knows.
    const [, most, long] = read.figures ?? BANK.presets.find((one) => !wanted || one[0] === wanted) ?? (read.questions && BANK.presets[0]) ?? [];
    const given = (text, most) => /^\d+$/.test(text) && text <= most && +text;
    const wish = given(questions, 500);
    const asked = Math.min(wish || most, read.questions ?? Infinity);
    const upTo = bank || modes || topics || levels ? t('Up to ') : '';
    const time = given(minutes, 600) || (!wish && long);
    const line = asked ? upTo + t(' question', asked) + (time ? ' · ' + t(' minute', time) : '') : '\xa0';
    const opens = (start) => ({ target }) => {
      target.ariaBusy = true;
      this.#go(start);
    };
    this.#show(null,
      make('header', { className: 'title' },
        make('p', { className: 'eyebrow' }, t('Mock interview')),
        make('h2', { part: 'title' }, (/^[^\0]{1,120}$/u.test(heading) && heading) || (read.title ?? t('Questions'))),
        make('p', { className: 'soft' }, line)),
      make('div', { className: 'actions' },
        button('main', 'start', t('Start the interview'), opens('page')),
        button('plain', 'button', t('Other rounds'), opens())));
  }

  /** A card, and under it what the page says without it. The focus stays. */
  #show(role, ...children) {
    const focused = this.#root.activeElement;
    this.#mount.replaceChildren(make('div', { className: 'widget start', part: 'card', role }, ...children), make('slot'));
    this.#root.replaceChildren(this.#mount);
    if (focused) (this.#root.querySelector('[class="' + focused.className + '"]') ?? this.#root.querySelector('button')).focus();
  }

  #loadWhenNear(signal) {
    const near = () => this.#phase === 'idle' && quietly(this.#load());
    const watch = new IntersectionObserver((seen) => seen.pop().isIntersecting && near(), { rootMargin: '200px' });
    watch.observe(this);
    signal.addEventListener('abort', () => watch.disconnect());
    for (const touch of ['pointerover', 'focusin']) this.addEventListener(touch, near, { once: true, signal });
  }

  /** Everything that is needed to mount. */
  #load() {
    const mount = this.#mount;
    return (this.#loading ??= (async () => {
      this.#phase = 'loading';
      try {
        const [parts] = await Promise.all([shared(this.#base), this.#learning]);
        const read = await parts.prepare(this.#settings, this.#bankName, mount.t);
        this.#here(mount);
        this.#phase = 'ready';
        if (read && !mount.wanted) this.#paint(read);
        const { title, questions } = read ?? BANK;
        this.#tell('ready', { bank: this.#bankName, title, questions });
        return { ...parts, read, bank: this.#settings.bank };
      } catch (error) {
        await this.#learning;
        if (mount === this.#mount) {
          this.#loading = undefined;
          this.#phase = 'idle';
          // Where nobody has asked for it yet, a connection may come back by itself.
          if (mount.wanted || error.title) this.#fail(error);
          this.#tell('error', { code: error.code ?? 'crash', message: error.message });
          console.error(NAME + ': ' + error.message);
        }
        throw error;
      }
    })());
  }

  /** Throws where the element is out of the page, or was in between. */
  #here(mount = this.#mount) {
    if (this.isConnected && mount === this.#mount) return mount;
    throw failure('page', 'is removed');
  }

  #go = (start) => quietly(this.#open(start));

  async #open(start) {
    if (this.#life?.isStale) this.#again();
    const mount = this.#here();
    mount.wanted = [start];
    // Room for a question: what comes later shifts nothing.
    mount.style.minHeight = 'max(36em,50em - 20vw)';
    const parts = await this.#load();
    this.#here(mount);
    if (this.#life) await this.#life.start(start);
    else {
      this.#life = new parts.Life(parts, {
        mount,
        settings: () => this.#settings,
        tell: this.#tell,
        fail: this.#fail,
        again: this.#go,
      });
      await this.#life.begin(start);
    }
    return this.#life;
  }

  /** A calm card with one way on, where the widget cannot be. */
  #fail = (error) => {
    const { wanted = [], t } = this.#mount;
    const { message, title = t('The interview did not load'), words = `${t('Check the connection.')} (${message})`, action = t('Try again'), more = '' } = error;
    // Another setting may mend it.
    this.#life = this.#mount.wanted = undefined;
    this.#phase = 'failed';
    this.#mount.style.minHeight = '';
    this.#show('alert',
      make('h2', {}, title),
      make('p', {}, words),
      make('p', {}, button('main', 'button', action, () => (this.#again(), this.#go(...wanted)))),
      more);
  };

  #tell = (name, detail) => this.dispatchEvent(new CustomEvent(NAME + '-' + name, { bubbles: true, composed: true, detail }));

  #paintScheme() {
    if (this.#mount) this.#mount.style.colorScheme = scheme(this, this.#settings.theme);
  }
}

/** Two Yew programs, one inside the other, answer each other's clicks unless a closed root stands between them. */
function insideYew(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    // They are counted from one.
    if (node.__yew_subtree_id) return true;
  }
}

if (customElements.get(NAME)) warn('defined already');
else customElements.define(NAME, MockInterview);
