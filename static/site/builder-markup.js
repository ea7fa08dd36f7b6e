// What puts the interview on a page, as text: a script tag and an element, or an iframe. Pure functions of the choice.

/** A start card is as tall as this, and so is the place that is kept for it. */
const RESERVED = { css: 'max(16rem, 256px)', px: 256 };
const FONTS = {
  serif: 'Georgia, "Times New Roman", serif',
  rounded: 'ui-rounded, "Nunito", "Trebuchet MS", system-ui, sans-serif',
  mono: 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
};
const RADII = { square: '0px', round: '22px' };

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

function tag(name, attributes) {
  const written = attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<${name}${written.join('')}></${name}>`;
}

/** The declarations that the choice asks for, by their names. */
export function declarations({ theme, accent, font, corners }) {
  const found = {};
  if (accent) found['--mock-interview-accent'] = { light: accent.light, dark: accent.dark }[theme] ?? `light-dark(${accent.light}, ${accent.dark})`;
  if (font === 'page') found['font-family'] = 'inherit';
  else if (FONTS[font]) found['--mock-interview-font'] = FONTS[font];
  if (RADII[corners]) found['--mock-interview-radius'] = RADII[corners];
  return found;
}

/** For pages that may have scripts. `digest` is that of embed.js, where it is to be checked. */
function element({ attributes, files, reserve, digest, ...looks }) {
  const check = digest ? [['integrity', digest], ['crossorigin', 'anonymous']] : [];
  const lines = Object.entries(declarations(looks)).map(([name, value]) => `    ${name}: ${value};`);
  if (reserve) lines.unshift('    display: block;', `    min-block-size: ${RESERVED.css};`);
  const style = lines.length > 0 ? ['<style>', '  mock-interview {', ...lines, '  }', '</style>'] : [];
  const script = tag('script', [['type', 'module'], ['src', `${files}embed.js`], ...check]);
  return [script, ...style, tag('mock-interview', attributes)].join('\n');
}

/** For pages that may not. There the frame is lazy, not what is in it. */
function iframe({ attributes, files, height }) {
  const { loading = 'lazy', ...asked } = Object.fromEntries(attributes);
  if (loading === 'click') asked.loading = loading;
  const query = new URLSearchParams(asked).toString();
  const frame = [
    ['src', `${files}frame.html${query && `?${query}`}`],
    ['title', 'Mock interview'],
    ['width', '100%'],
    ['height', `${RESERVED.px}`],
    // A frame shows the page behind it only where both have the same colour scheme.
    ['style', 'border: 0; color-scheme: light dark'],
  ];
  if (loading !== 'eager') frame.push(['loading', 'lazy']);
  if (!height) return tag('iframe', frame);
  const script = tag('script', [['type', 'module'], ['src', `${files}frame-height.js`]]);
  return `${tag('iframe', [['data-mock-interview', ''], ...frame])}\n${script}`;
}

export const markup = (choice) => (choice.as === 'iframe' ? iframe(choice) : element(choice));
