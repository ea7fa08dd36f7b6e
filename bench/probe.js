// Stands in every page before anything else: notes what the browser tells of the load, and watches for what a reader
// can use. `driver` says what that is: `root` (host of a shadow root), `start` (button to press first), `option`
// (selector of what is clicked), `state` (what is chosen, from the options). Clicks come from outside, as real input.
function probe(driver) {
  const OUT_OF_PATIENCE_MS = 1500;
  const bench = { marks: {}, shifts: [], longTasks: [], paints: {}, missed: 0 };
  window.bench = bench;

  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('paint', (entry) => (bench.paints[entry.name] = entry.startTime));
  observe('largest-contentful-paint', (entry) => (bench.paints.largest = entry.startTime));
  observe('layout-shift', (entry) => entry.hadRecentInput || bench.shifts.push([entry.startTime, entry.value]));
  observe('longtask', (entry) => bench.longTasks.push(entry.duration));

  // Every WebAssembly memory, so that its size can be asked later.
  const memories = new Set();
  const note = ({ exports }) => {
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(new WeakRef(value));
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await real.apply(WebAssembly, args);
      note(made.instance ?? made);
      return made;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, args) {
      const instance = new target(...args);
      note(instance);
      return instance;
    },
  });
  // Parts of one program share theirs.
  bench.wasmBytes = () => [...new Set([...memories].map((memory) => memory.deref()))].reduce((sum, memory) => sum + (memory?.buffer.byteLength ?? 0), 0);

  const root = () => (driver.root ? document.querySelector(driver.root)?.shadowRoot : document);
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
  bench.shows = () => (root() ?? document).textContent.replace(/\s+/g, ' ').trim().slice(0, 200);
  const state = () => driver.state(all(driver.option));
  /** Called in an animation frame: `then` runs when that frame was painted. */
  const painted = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  };

  /** The middle of an element, if a pointer there would meet it. Brings it into view when it is outside. */
  function point(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return undefined;
    const at = { x: left + Math.min(width / 2, 60), y: top + height / 2 };
    if (at.y < 0 || at.y > innerHeight) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return undefined;
    }
    const met = element.getRootNode().elementFromPoint(at.x, at.y);
    return met && (element === met || element.contains(met)) && !element.matches(':disabled') ? at : undefined;
  }

  /** Calls `then` in the first frame in which `found` finds something; the frame is painted by then. */
  function when(found, then) {
    const look = () => {
      const what = found();
      if (what === undefined) requestAnimationFrame(look);
      else painted((now) => then(what, now));
    };
    requestAnimationFrame(look);
  }

  function usable(step, selector, then) {
    const found = () => all(selector).slice(0, 1).map(point)[0];
    when(found, (at, now) => {
      bench.marks[step] = now;
      window.benchSees(JSON.stringify({ step, ...at }));
      then();
    });
  }

  /** From now on: the start button, the first question, the answer. Each is told to the outside, which clicks. */
  bench.begin = () => {
    const question = () =>
      usable('question', driver.option, () => {
        const before = state();
        let asked = performance.now();
        const changed = () => {
          if (state() !== before) return true;
          if (performance.now() - asked > OUT_OF_PATIENCE_MS) {
            asked = performance.now();
            bench.missed += 1;
            const at = point(all(driver.option)[0]);
            if (at) window.benchSees(JSON.stringify({ step: 'question', ...at }));
          }
          return undefined;
        };
        when(changed, (_, now) => {
          bench.marks.answered = now;
          window.benchSees(JSON.stringify({ step: 'answered' }));
        });
      });
    addEventListener('click', () => (bench.marks.pressed ??= performance.now()), { capture: true, once: true });
    if (driver.start) usable('start', driver.start, question);
    else question();
  };

  /** Gets ready for one measured click on an option that is not chosen; says where to click. */
  bench.arm = () => {
    const options = all(driver.option);
    const before = state();
    const next = options[(before + 1) % options.length];
    next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    bench.clicked = new Promise((done) => {
      const listen = ({ timeStamp }) => when(() => (state() !== before ? true : undefined), (_, now) => done(now - timeStamp));
      addEventListener('click', listen, { capture: true, once: true });
    });
    return point(next);
  };

  /** Brings the quiz into view, for the lazy one. */
  bench.want = () => {
    bench.marks.wanted = performance.now();
    bench.begin();
    document.querySelector(driver.root).scrollIntoView({ block: 'center', behavior: 'instant' });
  };
}
