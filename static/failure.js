/** What went wrong, with a code that a page can tell apart: network, integrity, wasm, bank, crash, import, page. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
