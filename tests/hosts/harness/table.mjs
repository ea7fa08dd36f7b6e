// What came of it, one line a host.

export function table(rows) {
  const parts = [...new Set(rows.flatMap(({ parts }) => parts.map(({ part }) => part)))];
  const head = ['host', ...parts];
  const lines = rows.map(({ title, parts: done }) => {
    const result = (part) => done.find((known) => known.part === part);
    return [title, ...parts.map((part) => (result(part) ? (result(part).error ? 'FAILED' : 'ok') : '–'))];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((cells) => cells[column].length)));
  const print = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [print(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(print)].join('\n');
}
