// Types of the <mock-interview> element. docs/embedding.md says what everything means.

export type Preset = 'warm-up' | 'screen' | 'technical' | 'full' | 'rapid-fire' | 'deep-dive' | 'exam' | 'practice' | (string & {});
export type Mode = 'choice' | 'spoken' | 'output' | 'typed';
export type State = 'idle' | 'loading' | 'ready' | 'lobby' | 'running' | 'finished' | 'failed';
export type ErrorCode = 'network' | 'integrity' | 'wasm' | 'bank' | 'crash';

export interface Ready {
  bank: string;
  title: string;
  questions: number;
}

export interface RoundStart {
  round: string;
  /** As the reader sees it named. */
  preset: string;
  seed: string;
  questions: number;
  /** Of the whole round; absent where it is untimed. */
  seconds?: number;
}

export interface Answer {
  /** The question's id. */
  question: string;
  mode: Mode;
  /** 0 to 100. */
  score: number;
  seconds: number;
}

export interface RoundEnd {
  round: string;
  preset: string;
  /** 0 to 100. */
  score: number;
  /** Charged to the round. */
  seconds: number;
  answered: number;
  questions: number;
  ending: 'complete' | 'handed-in' | 'time-up';
}

export interface Progress {
  rounds: number;
  /** Questions of the bank that were ever attempted. */
  met: number;
  questions: number;
}

export interface Trouble {
  code: ErrorCode;
  message: string;
}

export interface MockInterviewEventMap {
  'mock-interview-ready': CustomEvent<Ready>;
  'mock-interview-round-start': CustomEvent<RoundStart>;
  'mock-interview-answer': CustomEvent<Answer>;
  'mock-interview-round-end': CustomEvent<RoundEnd>;
  'mock-interview-progress': CustomEvent<Progress>;
  'mock-interview-error': CustomEvent<Trouble>;
}

export interface MockInterviewElement extends HTMLElement {
  readonly state: State;
  /** Begins the page's round, that of a preset, or with `due` what is due today. A round that is still running goes on instead. */
  start(preset?: Preset): Promise<void>;
  /** Hands the running round in. */
  stop(): Promise<void>;
  /** Every finished round of this bank, as a JSON file. */
  exportProgress(): Promise<File>;
  /** Adds the rounds of such a file. */
  importProgress(file: Blob | string): Promise<{ added: number; known: number }>;
  addEventListener<K extends keyof MockInterviewEventMap>(
    type: K,
    listener: (this: MockInterviewElement, event: MockInterviewEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'mock-interview': MockInterviewElement;
  }
  interface DocumentEventMap extends MockInterviewEventMap {}
}
