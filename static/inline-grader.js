// What grader.js fetches, for embed.inline.js.

export { default as WASM } from 'built/grader.wasm';
export { default as RUBRICS } from 'built/rubrics.txt';
