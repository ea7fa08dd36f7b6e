// Writes an element of the page down, so that a bank can be read from it (src/bank/post.rs): names, text and the
// attributes that matter there. What is a question is not decided here.
//
// A page may have given lists, texts and forms properties of its own, so nothing here relies on theirs.

/** Nothing in these is read, and there can be much of it. */
const UNREAD = 'script, style, template, noscript, svg, form, mock-interview';
const KEPT = [
  'align', 'alt', 'aria-hidden', 'checked', 'class', 'colspan', 'data-lang', 'data-language', 'data-topic', 'hidden', 'href', 'id',
  'lang', 'role', 'rowspan', 'topic', 'type',
];
// Old libraries put something of their own in its place.
const Element = Object.getPrototypeOf(HTMLElement.prototype).constructor;
const { getAttribute, matches, querySelector } = Element.prototype;
const { SHOW_ALL, FILTER_ACCEPT, FILTER_REJECT } = NodeFilter;

/**
 * The element as text. A template stands for what is in it, and a heading for all that is under it, up to the next of its
 * rank. `images`: with the addresses of the images.
 */
export function flatten(element, images) {
  const write = writer(images);
  if (element instanceof HTMLTemplateElement) return write(element.content);
  const rank = /^h([1-6])$/.exec(element.localName)?.[1];
  if (!rank) return write(element);
  const headings = 'h1,h2,h3,h4,h5,h6'.slice(0, 3 * rank - 1);
  let page = '';
  let node = boxed(element);
  do {
    page += write(node);
    node = node.nextSibling;
  } while (node && !leads(node, headings));
  return `<section>${page}</section>`;
}

/** Some themes put a heading into a box of its own, beside a link to it. */
function boxed(heading) {
  const beside = heading.nextElementSibling;
  const isAlone = !beside || (beside.localName === 'a' && !beside.nextElementSibling);
  return isAlone && heading.parentNode?.localName === 'div' ? heading.parentNode : heading;
}

function leads(node, headings) {
  return node instanceof Element && (matches.call(node, headings) || querySelector.call(node, headings));
}

/** Without recursion: however deep a page is nested, it needs no stack. */
const writer = (images) => (root) => {
  const filter = (node) => (node instanceof Element && matches.call(node, UNREAD) ? FILTER_REJECT : FILTER_ACCEPT);
  const walker = document.createTreeWalker(root, SHOW_ALL, filter);
  let page = '';
  let node = root;
  let isNew = true;
  for (;;) {
    if (isNew) page += start(node, images);
    const child = isNew && walker.firstChild();
    if (!child) {
      page += end(node);
      if (node === root) return page;
    }
    const next = child || walker.nextSibling();
    isNew = Boolean(next);
    node = next || walker.parentNode();
  }
};

function start(node, images) {
  if (node instanceof Text) return escaped(node.data);
  // A comment is the author's own note.
  if (node instanceof CharacterData) return '';
  let tag = `<${name(node)}`;
  if (node instanceof Element) {
    for (let n = 0; n < KEPT.length; n += 1) {
      const value = getAttribute.call(node, KEPT[n]);
      if (value !== null) tag += ` ${KEPT[n]}="${escaped(KEPT[n] === 'href' ? address(node, value) : value)}"`;
    }
    const align = node instanceof HTMLTableCellElement && node.style.textAlign;
    if (align) tag += ` align="${escaped(align)}"`;
    if (images && node instanceof HTMLImageElement) tag += ` src="${escaped(picture(node))}"`;
  }
  return `${tag}>`;
}

function end(node) {
  return node instanceof CharacterData ? '' : `</${name(node)}>`;
}

/** One that cannot be written as it is means nothing to the reader either. */
function name({ localName = '' }) {
  return /^[a-z][\w-]*$/.test(localName) ? localName : 'x';
}

/** A place on the page stays one; everything else is written in full. */
function address(link, value) {
  return value.startsWith('#') || typeof link.href !== 'string' ? value : link.href;
}

/** What the page shows, or would show: in a template nothing is loaded, and addresses stand as they were written. */
function picture(image) {
  const written = image.currentSrc || getAttribute.call(image, 'src') || '';
  return URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI).href : '';
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
