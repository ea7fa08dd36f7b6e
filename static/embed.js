// The <mock-interview> element: loads the widget and looks after its life. No quiz logic.
//
// Every element gets a WebAssembly instance of its own over one compiled module: a panic in one leaves the others
// alone, and the broken one is mounted again where it was, from what it had stored.

// The build writes the names with their hashes here.
const FILES = { glue: 'glue.js', wasm: 'mock-interview.wasm', style: 'widget.css' };

const folder = new URL('.', import.meta.url).href;
const MANY_CRASHES = 3;
const CRASH_WINDOW_MS = 10_000;

let loading;

/** What all elements share: the compiled module, its glue and the style sheet. */
function load() {
  loading ??= Promise.all([compile(folder + FILES.wasm), import(folder + FILES.glue), sheet(folder + FILES.style)])
    .then(([module, { glue }, style]) => ({ module, glue, style }))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function compile(address) {
  const response = await fetched(address);
  // A server that does not know .wasm is no reason to fail.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm') && WebAssembly.compileStreaming;
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function sheet(address) {
  const style = new CSSStyleSheet();
  style.replaceSync(await (await fetched(address)).text());
  return style;
}

/**
 * A fresh instance. Whatever is thrown out of its code has left it in an unknown state: from then on none of it
 * runs again, whoever still calls (timers, listeners), and `died` is told once.
 */
async function instantiate({ module, glue }, died) {
  let alive = true;
  let depth = 0;
  const guarded = (call) => (...args) => {
    if (!alive) {
      if (depth === 0) return 0;
      throw new Error('this instance has stopped');
    }
    depth += 1;
    try {
      return call(...args);
    } catch (error) {
      if (alive) {
        alive = false;
        died(error);
      }
      if (depth > 1) throw error;
      return 0;
    } finally {
      depth -= 1;
    }
  };
  // The glue is handed this in place of the global WebAssembly, so that it sees guarded exports only.
  const api = {
    Instance: WebAssembly.Instance,
    Module: WebAssembly.Module,
    async instantiate(module, imports) {
      const { exports } = await WebAssembly.instantiate(module, imports);
      const guard = ([name, value]) => [name, typeof value === 'function' ? guarded(value) : value];
      return { module, instance: { exports: Object.fromEntries(Object.entries(exports).map(guard)) } };
    },
  };
  const bindings = glue(api);
  await bindings({ module_or_path: module });
  return { bindings, isAlive: () => alive };
}

class MockInterview extends HTMLElement {
  #root;
  #stage;
  #handle;
  #crashes = [];
  /** What the browser refuses to store; it outlives a crashed instance. */
  #memory = new Map();
  /** Lets go of what a crashed instance holds. */
  #held = new Set();

  connectedCallback() {
    if (this.#stage) return;
    this.#root ??= this.attachShadow({ mode: insideYew(this) ? 'closed' : 'open' });
    this.#mount();
  }

  disconnectedCallback() {
    // Being moved is not being removed: look again when the page has settled.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#handle?.unmount();
      this.#handle = undefined;
      this.#stage = undefined;
      this.#root.replaceChildren();
    });
  }

  async #mount() {
    const stage = document.createElement('div');
    this.#stage = stage;
    const current = () => this.#stage === stage;
    if (!this.#root.firstChild) this.#root.append(document.createElement('slot'));
    try {
      const shared = await load();
      if (!current()) return;
      this.#root.adoptedStyleSheets = [shared.style];
      const { bindings, isAlive } = await instantiate(shared, () => current() && this.#crashed());
      if (!current()) return;
      const focused = this.#root.activeElement !== null;
      this.#root.replaceChildren(stage);
      const handle = bindings.mount(stage, folder, this.#memory, this.#held, focused);
      if (isAlive()) this.#handle = handle;
    } catch (error) {
      if (!current()) return;
      console.error('mock-interview: could not load', error);
      this.#card('The interview did not load', 'Check the connection and try again.', 'Try again');
    }
  }

  #crashed() {
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    this.#handle = undefined;
    this.#stage = undefined;
    this.#held.forEach((letGo) => letGo());
    this.#held.clear();
    if (this.#crashes.length < MANY_CRASHES) {
      // Not from inside the call that has just failed.
      setTimeout(() => this.isConnected && !this.#stage && this.#mount());
    } else {
      this.#card('Something keeps going wrong here', 'Your answers are saved. You can try again now, or reload the page later.', 'Go on');
    }
  }

  /** A calm card with one way on, where the widget cannot be. */
  #card(title, words, action) {
    const card = element('div', { className: 'card-only' });
    const button = element('button', { className: 'main', type: 'button', textContent: action });
    button.addEventListener('click', () => {
      this.#crashes = [];
      this.#mount();
    });
    const inner = element('div', { className: 'card', role: 'alert' });
    inner.append(element('h2', { textContent: title }), element('p', { textContent: words }), button);
    card.append(inner);
    this.#stage = card;
    const fallback = this.children.length > 0 ? [document.createElement('slot')] : [];
    this.#root.replaceChildren(...fallback, card);
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Two Yew programs, one inside the other, answer each other's clicks unless a closed root stands between them. */
function insideYew(element) {
  for (let node = element.parentNode; node; node = node.parentNode ?? node.host) {
    if (node.__yew_subtree_id !== undefined) return true;
  }
  return false;
}

if (customElements.get('mock-interview')) {
  console.warn('mock-interview: the element is defined already; the first definition stays.');
} else {
  customElements.define('mock-interview', MockInterview);
}
