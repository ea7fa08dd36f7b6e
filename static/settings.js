// What a page asks for: the element's attributes, and for what is too long for them a child with JSON.

export const SETTINGS = 'bank preset questions minutes modes topics levels seed lang theme loading images heading open base-url'.split(' ');

/** Names and texts. An empty one is as good as none; attributes win. */
export function read(element, warn) {
  const settings = { bank: '' };
  const put = (name, value) => {
    const text = [value].flat().join(' ').trim();
    if (text) settings[name] = text;
  };
  try {
    const json = element.querySelector(':scope > script[type="application/json"]')?.textContent || '{}';
    for (const pair of Object.entries(JSON.parse(json))) put(...pair);
  } catch (error) {
    warn('settings: ' + error.message);
  }
  for (const name of SETTINGS) put(name, element.getAttribute(name));
  return settings;
}
