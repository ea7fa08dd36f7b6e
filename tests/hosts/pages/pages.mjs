// Pages that make it hard for a guest: the same post each time, with what the host brings along in its head.
//   head  goes into the head of the post, before the widget's script
//   edit  changes the text of the post further
//   looks 'own' where the page asks for another size or direction on purpose; else the card has to look as everywhere

const SCRIPT = '<script type="module" src="/mock-interview/embed.js"></script>';
const npm = (path) => `<script src="/npm/${path}"></script>`;
const style = (text) => `<style>${text}</style>`;

const SHOUTING = `* { font-size: 40px !important; text-transform: uppercase !important; letter-spacing: 0.5em !important;
  color: red !important }`;

/** Far down, so that the page has to scroll, under a header that stays. */
const STICKY = `.top { position: sticky; inset-block-start: 0; z-index: 1000; padding: 24px; background: gold }
  h1 { margin-block-start: 1200px }`;

/** A long page, in a box that scrolls: a picture of all of it would be too large. */
const MANY = `<div style="block-size: 300px; overflow: auto">${'<p>One of <b>many</b></p>'.repeat(5000)}</div>`;

export const pages = [
  { name: 'plain-page', title: 'A page without styles', head: '' },
  { name: 'bootstrap', title: 'Bootstrap', head: '<link rel="stylesheet" href="/npm/bootstrap/dist/css/bootstrap.min.css">' },
  {
    name: 'tailwind',
    title: 'Tailwind',
    head: npm("@tailwindcss/browser/dist/index.global.js"),
  },
  { name: 'all-unset', title: '* { all: unset }', head: style('body, body * { all: unset } body { font-family: system-ui, sans-serif }') },
  { name: 'no-buttons', title: 'button { display: none }', head: style('button { display: none !important }') },
  { name: 'shouting', title: 'font, spacing, colour !important', head: style(SHOUTING) },
  { name: 'small-root', title: 'html { font-size: 62.5% }', head: style('html { font-size: 62.5% }') },
  { name: 'zoom', title: 'body { zoom: 1.5 }', head: style('body { zoom: 1.5 }'), looks: 'own' },
  {
    name: 'right-to-left',
    title: 'A page from right to left',
    edit: (text) => text.replace('lang="en"', 'lang="ar" dir="rtl"'),
    looks: 'own',
  },
  { name: 'sticky-header', title: 'A sticky header', head: style(STICKY) },
  { name: 'ten-thousand', title: '10,000 nodes', edit: (text) => text.replace('</article>', `${MANY}</article>`) },
  { name: 'prototype', title: 'Prototype 1.7.3', head: '<script src="/debian/prototype/prototype-1.7.3.js"></script>' },
  { name: 'mootools', title: 'MooTools 1.4.5', head: '<script src="/debian/mootools/mootools.js"></script>' },
  { name: 'requirejs', title: 'RequireJS', head: npm('requirejs/require.js') },
  {
    name: 'requirejs-classic',
    title: 'RequireJS, classic script',
    head: npm('requirejs/require.js'),
    script: '<script defer src="/mock-interview/embed.iife.js"></script>',
  },
  {
    name: 'polyfill',
    title: 'Custom elements by polyfill',
    head: `<script>customElements.forcePolyfill = true</script>${npm('@webcomponents/custom-elements/custom-elements.min.js')}`,
  },
];

/** The text of the post: with the widget, or with an empty box of the same size in its place. */
export function text(article, { head = '', edit = (text) => text, script = SCRIPT }, box) {
  const post = edit(article);
  if (!box) return post.replace('<!-- host -->', () => head + script);
  const size = `display: block !important; inline-size: ${box.width}px !important; block-size: ${box.height}px !important`;
  return post
    .replace('<!-- host -->', () => head)
    .replace(/<mock-interview[^>]*><\/mock-interview>/, `<mock-interview style="${size}; visibility: hidden"></mock-interview>`);
}
