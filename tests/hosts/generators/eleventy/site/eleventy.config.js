import { HtmlBasePlugin } from '@11ty/eleventy';
import taskLists from 'markdown-it-task-lists';

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy({ public: '/' });
  eleventyConfig.addPlugin(HtmlBasePlugin);
  eleventyConfig.amendLibrary('md', (markdown) => markdown.use(taskLists));
}

export const config = {
  dir: { input: 'content', includes: '../_includes', output: '_site' },
  markdownTemplateEngine: 'njk',
  pathPrefix: '/blog/',
};
