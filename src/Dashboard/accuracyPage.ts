import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import type { Plugin } from 'vite';

/** Writes a document of the repository into accuracy.html: what is published beside the map is what is measured, and is told once. */
export function accuracyPage(file: string): Plugin {
  return {
    name: 'accuracy-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, page) =>
        page.path.endsWith('/accuracy.html') ? html.replace('<!-- accuracy.md -->', () => marked.parse(readFileSync(file, 'utf8'), { async: false })) : html,
    },
  };
}
