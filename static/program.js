/** Starts a program, and gives back what it exports: WebAssembly, or the same as plain JavaScript (script/plain.mjs). */
export const started = async (program, imports) => program.open?.(imports) ?? (await WebAssembly.instantiate(program, imports)).exports;
