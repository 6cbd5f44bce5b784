import { defineConfig } from 'vitest/config';
import { accuracyPage } from './accuracyPage.ts';

export default defineConfig({
  plugins: [accuracyPage('../../docs/accuracy.md')],
  build: {
    outDir: '../Gateway/wwwroot',
    emptyOutDir: true,
    // A data URL is one more source to allow in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Both pages share one stylesheet; the parts of it stand beside the components they are of.
    cssCodeSplit: false,
    rolldownOptions: { input: ['index.html', 'accuracy.html'] },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  test: { include: ['test/**/*.test.ts'] },
});
