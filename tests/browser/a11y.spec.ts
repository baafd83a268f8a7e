import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { languages, pages } from './pages.ts';

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const;

for (const { name, colorScheme, forcedColors } of looks) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing (${name}, ${width} px)`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors });
      const found: string[] = [];
      for (const { prefix } of languages) {
        for (const { path } of [...pages, { path: 'reference/embed/' }, { path: '404.html' }]) {
          if (path === '404.html' && prefix) continue;
          await page.goto(`/${prefix}${path}`);
          const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
          const { violations } = await axe.analyze();
          for (const { id, nodes } of violations) {
            found.push(
              ...nodes.map(
                ({ html, any }) => `/${prefix}${path} ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
              ),
            );
          }
        }
      }
      expect(found).toEqual([]);
    });
  }
}
