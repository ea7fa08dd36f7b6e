// The lines of docs/hosts.md are those of the sites that are tested: every block names its file, and stands in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosts } from './paths.mjs';

function check() {
  const text = readFileSync(join(hosts, '../../docs/hosts.md'), 'utf8');
  const blocks = text.match(/^```\w*\n[^]*?^```$/gm) ?? [];
  const named = [...text.matchAll(/^<!-- (\S+) -->\n```\w*\n([^]*?)^```$/gm)];
  const wrong = named.flatMap(([, name, lines]) => {
    const file = join(hosts, 'generators', name);
    if (!existsSync(file)) return [`${name}: no such file`];
    // A block may be a part that is indented deeper in its file.
    const flat = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
    return `\n${flat(readFileSync(file, 'utf8'))}\n`.includes(`\n${flat(lines)}\n`) ? [] : [`${name} has not these lines:\n${lines}`];
  });
  if (named.length !== blocks.length) wrong.push(`${blocks.length - named.length} blocks name no file`);
  if (named.length === 0) wrong.push('there are no blocks');
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

export const recipes = { name: 'recipes', title: 'docs/hosts.md', prepare: () => ({ close() {} }), parts: { lines: check } };
