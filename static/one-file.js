// The page that is one file: opens what it carries, and runs the program in it. A page of this kind may fetch nothing, so all that the program
// would fetch is handed to it (script/single.mjs).

import { FILES } from 'files';
import { unpack } from './unpack.js';

const packed = document.getElementById('packed');
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
packed.remove();
const all = unpack(bytes, FILES.reduce((sum, [, size]) => sum + size, 0));
let at = 0;
globalThis.mockInterviewFiles = Object.fromEntries(FILES.map(([name, size]) => [name, all.subarray(at, (at += size))]));
const program = document.createElement('script');
program.textContent = new TextDecoder().decode(globalThis.mockInterviewFiles['program.js']);
// It runs at once, and has taken what it needs when it is in.
document.head.append(program);
delete globalThis.mockInterviewFiles;
