// In place of plain.js, for the page that is one file: it brings WebAssembly alone, and its questions are in there.

export function instead(parts, error) {
  throw Object.assign(error, {
    code: 'wasm',
    title: 'This page cannot run the interview',
    words: 'WebAssembly is kept off here. The questions are inside this file, packed with the program: where WebAssembly is allowed, it shows them.',
  });
}
