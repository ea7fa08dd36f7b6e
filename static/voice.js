// The reader's voice, loaded when it is first used: questions read aloud, an answer recorded, a dictation. It does what
// app/voice.rs asks for, by the names of its public methods, and tells how things are after everything that happens. Sound and
// words stay in the memory of the page: no instance of the widget holds them, so none that crashes loses them.

/** Enough for speech, and a quarter of a megabyte for a minute. */
const BITS_A_SECOND = 32_000;
const LONGEST_MS = 600_000;
/** Of what is decoded to be played: speech needs no more. */
const SAMPLES_A_SECOND = 16_000;
/** A microphone that somebody keeps from us stays away; one that is busy may come back. */
const REFUSED = ['NotAllowedError', 'SecurityError', 'NotFoundError', 'not-allowed', 'service-not-allowed', 'language-not-supported'];

/** One widget on a page speaks or listens at a time. */
let busy;

export class Voice {
  #around;
  #round = '';
  /** That of the questions. */
  #language = 'en';
  #always = '';
  /** What was recorded and said to each question. */
  #takes = new Map();
  /** What goes on: its name, the question it is for, and how it ends. */
  #now = new Map();
  #lacks = new Set();
  #trouble = '';
  #interim = '';
  /** Grows when everything is to be quiet: what was asked for before that does not begin any more. */
  #turn = 0;

  carryOut(around, [does, ...about]) {
    this.#around = around;
    this.#trouble = '';
    this[does](...about);
    // What is typed is known where it was typed.
    if (does !== 'write') this.#tell();
  }

  /** Only to be told how things are. */
  look() {}

  /** Another round: what was said in the last one is forgotten. */
  begin(round, language) {
    if (round !== this.#round) this.#takes.clear();
    this.#round = round;
    this.#language = language || 'en';
  }

  always(question, on) {
    this.#always = on;
  }

  /** Ends all that goes on, at once. */
  stop = () => {
    this.#turn += 1;
    [...this.#now.keys()].forEach((name) => this.#end(name));
  };

  /** Ends one thing that goes on. */
  rest(name) {
    this.#turn += 1;
    this.#end(name);
  }

  write(question, words) {
    this.#take(question).text = words;
  }

  async read(question, words) {
    const turn = this.#alone();
    const voice = await this.#voice();
    if (turn !== this.#turn) return;
    if (!voice) return this.#fail('read', 'no-voice', true);
    const said = Object.assign(new SpeechSynthesisUtterance(words), { voice, lang: voice.lang });
    said.onend = () => this.#over('read', said);
    said.onerror = ({ error }) => {
      this.#over('read', said);
      // A page that nobody has touched yet may not speak by itself.
      if (!['canceled', 'interrupted', 'not-allowed'].includes(error)) this.#fail('read', 'voice');
    };
    this.#goesOn('read', question, said, () => speechSynthesis.cancel());
    speechSynthesis.speak(said);
  }

  /** A voice of this device: others would send the words away. */
  async #voice() {
    const voices = () => speechSynthesis.getVoices().filter(({ localService, lang }) => localService && lang.slice(0, 2).toLowerCase() === language);
    const language = this.#language.slice(0, 2).toLowerCase();
    if (!speechSynthesis.getVoices().length) {
      await new Promise((come) => {
        speechSynthesis.addEventListener('voiceschanged', come, { once: true });
        setTimeout(come, 1500);
      });
    }
    return voices().find((voice) => voice.default) ?? voices()[0];
  }

  async record(question) {
    // A dictation may go on beside it.
    this.#first('read', 'play', 'record');
    const turn = (this.#turn += 1);
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (turn === this.#turn) return this.#recorder(stream, question);
    } catch ({ name }) {
      if (turn === this.#turn) this.#fail('record', name, REFUSED.includes(name));
    }
    release(stream);
  }

  #recorder(stream, question) {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND });
    const take = this.#take(question);
    const parts = [];
    let since;
    let length;
    const stop = () => {
      clearTimeout(limit);
      length ??= Math.round(performance.now() - since) || 0;
      if (recorder.state !== 'inactive') recorder.stop();
      release(stream);
    };
    const limit = setTimeout(() => this.rest('record'), LONGEST_MS);
    recorder.onstart = () => {
      since = performance.now();
    };
    recorder.ondataavailable = ({ data }) => parts.push(data);
    // Also where the microphone went away.
    recorder.onstop = () => {
      stop();
      const blob = new Blob(parts, { type: recorder.mimeType });
      if (blob.size && length) Object.assign(take, { blob, length });
      this.#over('record', recorder);
      this.#tell();
    };
    recorder.start();
    this.#goesOn('record', question, recorder, stop);
  }

  /** Where the browser can, on the device alone; otherwise some send the sound to their maker, and the reader was told so. */
  async dictate(question) {
    this.#first('read', 'play', 'dictate');
    const turn = (this.#turn += 1);
    const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
    const language = this.#language;
    const lang = navigator.languages.find((known) => known.startsWith(language)) ?? language;
    const asked = { langs: [lang], processLocally: true };
    const local = await (async () => Recognition.available?.(asked))().catch(() => {});
    if (turn !== this.#turn) return;
    const recognition = Object.assign(new Recognition(), { lang, continuous: true, interimResults: true });
    if (local === 'available') recognition.processLocally = true;
    const take = this.#take(question);
    let begun;
    let first;
    recognition.onstart = () => {
      begun = performance.now();
    };
    recognition.onspeechstart = () => {
      first ??= performance.now();
    };
    recognition.onresult = ({ results, resultIndex }) => {
      const news = [...results].slice(resultIndex);
      const words = (final) => news.filter(({ isFinal }) => isFinal === final).map(([{ transcript }]) => transcript.trim()).join(' ');
      take.text = `${take.text} ${words(true)}`.trim();
      this.#interim = words(false);
      // From the first word to the last.
      const now = performance.now();
      take.spoken += Math.round(now - (first ??= begun));
      first = now;
      this.#tell();
    };
    recognition.onerror = ({ error }) => {
      if (['no-speech', 'aborted'].includes(error)) return;
      begun = Infinity;
      this.#fail('dictate', error, REFUSED.includes(error));
    };
    recognition.onend = () => {
      this.#interim = '';
      // Who thinks for a while is silent; the browser gives up before that.
      if (this.#now.get('dictate')?.what === recognition && performance.now() - begun > 1000) return recognition.start();
      this.#over('dictate', recognition);
      this.#tell();
    };
    this.#goesOn('dictate', question, recognition, () => recognition.stop());
    recognition.start();
  }

  /** Decoded by hand: a page may forbid media, but not sound. */
  async play(question) {
    const turn = this.#alone();
    const context = new AudioContext({ sampleRate: SAMPLES_A_SECOND });
    this.#goesOn('play', question, context, () => context.close());
    try {
      const buffer = await context.decodeAudioData(await this.#take(question).blob.arrayBuffer());
      if (turn !== this.#turn) return;
      const sound = Object.assign(context.createBufferSource(), { buffer });
      sound.onended = () => this.#now.get('play')?.what === context && this.rest('play');
      sound.connect(context.destination);
      sound.start();
      context.resume();
    } catch {
      if (turn !== this.#turn) return;
      this.#end('play');
      this.#fail('play', 'play');
    }
  }

  /** The reader's own file. */
  save(question) {
    const { blob } = this.#take(question);
    const href = URL.createObjectURL(blob);
    const kind = /\/(\w+)/.exec(blob.type)?.[1] ?? 'webm';
    Object.assign(document.createElement('a'), { href, download: `answer-${question}.${kind}` }).click();
    // The browser reads the address a moment later.
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  #take(question) {
    if (!this.#takes.has(question)) this.#takes.set(question, { length: 0, spoken: 0, text: '' });
    return this.#takes.get(question);
  }

  /** Nothing else goes on, here or in another widget. */
  #alone() {
    this.stop();
    this.#first();
    return this.#turn;
  }

  #first(...names) {
    if (busy !== this) busy?.stop();
    busy = this;
    this.#around.held.add(this.stop);
    names.forEach((name) => this.#end(name));
  }

  #goesOn(name, question, what, end) {
    this.#now.set(name, { question, what, end });
    this.#tell();
  }

  #end(name) {
    const { end } = this.#now.get(name) ?? {};
    this.#now.delete(name);
    end?.();
    if (end) this.#tell();
  }

  /** It has ended by itself. */
  #over(name, what) {
    if (this.#now.get(name)?.what !== what) return;
    this.#now.delete(name);
    this.#tell();
  }

  #fail(name, trouble, forGood) {
    this.#trouble = trouble;
    if (forGood) this.#lacks.add(name);
    this.#tell();
  }

  /** As app/voice.rs reads it. */
  #tell() {
    const now = [...this.#now].map(([name, { question }]) => [name, question]);
    const takes = [...this.#takes].map(([question, { length, spoken, text }]) => ['take', question, length, spoken, text]);
    const news = [['round', this.#round], ['always', this.#always], ['trouble', this.#trouble], ['interim', this.#interim], ['lacks', ...this.#lacks], ...now, ...takes];
    this.#around.hear(news.map((fields) => fields.map((field) => `${field}`.replace(/[\0\x01]/g, '')).join('\x01')).join('\0'));
  }
}

function release(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}
