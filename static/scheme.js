// Light or dark: what the card and the widget follow.

/** As the element says; else as the page says; else as its words look: light ones stand on something dark. */
export function scheme(element, theme) {
  const { colorScheme, color } = getComputedStyle(element.parentElement ?? element);
  const [r, g = r, b = r] = color.match(/[\d.]+/g).map((part) => part / (color[0] === 'r' ? 255 : 1));
  const seen = colorScheme === 'normal' ? (r + g + b > 1.8 ? 'dark' : 'light') : '';
  return /^(light|dark)$/.test(theme) ? theme : seen;
}

/** Paints now and whenever the page may have changed its theme. */
export function watchScheme(paint, signal) {
  // By a class or an attribute up there, and its colours may take a moment.
  const later = () => (paint(), setTimeout(paint, 400));
  const watch = new MutationObserver(later);
  for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
  signal.addEventListener('abort', () => watch.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
  paint();
}
