// Light or dark: what the card and the widget follow.

/** As the element says; else as the page says; else as its words look: light ones stand on something dark. */
export function scheme(element, theme) {
  const { colorScheme, color } = getComputedStyle(element.parentElement ?? element);
  // rgb(…) goes to 255, color(…) to 1, and green tells most; oklch and oklab begin with a lightness to 1, lch and lab to 100.
  const [first, second] = color.match(/(?<![a-z\d])[\d.]+/g) ?? [];
  const light = { r: second / 255, c: second, o: first, l: first / 100 }[color[0]];
  if (/^(light|dark)$/.test(theme)) return theme;
  return colorScheme === 'normal' ? (light > 0.6 ? 'dark' : 'light') : '';
}

/** Paints now and whenever the page may have changed its theme. */
export function watchScheme(paint, signal) {
  // By a class or an attribute up there, and its colours may take a moment.
  const later = () => (paint(), setTimeout(paint, 400));
  const watch = new MutationObserver(later);
  for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
  signal.addEventListener('abort', () => watch.disconnect());
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', later, { signal });
  paint();
}
