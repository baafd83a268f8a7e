/** What axe finds on a page, one line for each element. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** `within` is a selector: nothing else is looked at. */
export async function violationsIn(page: Page, where = '', within?: string): Promise<readonly string[]> {
  // The other mode reads frames of other origins, too, in an extra page, and takes four times as long. No page of the site has frames.
  if (page.frames().length > 1) throw new Error('a page with frames needs the mode of axe that reads them');
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  if (within !== undefined) builder.include(within);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `/${where} ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
