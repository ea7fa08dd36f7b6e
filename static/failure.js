/** What went wrong, with a code that a page can tell apart: network, integrity, wasm, bank, crash, import, page. */
export const failure = (code, message) => Object.assign(new Error(message), { code });
