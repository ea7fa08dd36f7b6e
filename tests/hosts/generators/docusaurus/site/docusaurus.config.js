const baseUrl = '/blog/';

export default {
  title: 'A Docusaurus blog',
  url: 'https://example.org',
  baseUrl,
  onBrokenLinks: 'throw',
  scripts: [{ src: `${baseUrl}mock-interview/embed.js`, type: 'module' }],
  presets: [
    [
      '@docusaurus/preset-classic',
      { docs: false, blog: { routeBasePath: '/' }, theme: { customCss: './custom.css' } },
    ],
  ],
};
