// What a reader may type by mistake or to see what happens: said at its place, nothing frozen, nothing lost.
import { expect, test } from './fixtures.ts';
import { Lab, type EditorKind } from './lab.ts';

const good = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
  - port: 80
`;

interface BadText {
  readonly name: string;
  readonly text: string;
  /** What the line under the editor says. */
  readonly says: RegExp;
  /** The line it points at. */
  readonly line: number;
  /** The text cannot be read at all: the results are the last good ones. */
  readonly unreadable: boolean;
}

/** What is too much stands at its end. */
const long = `${good}${'# a comment of sixty-four letters, to be read by nobody at all --\n'.repeat(4700)}`;

const firstLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(0, 5)
    .map((line) => line.slice(0, 200));

const alias = (from: string, to: string): string => `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]\n`;

const bad: readonly BadText[] = [
  {
    name: 'half-typed YAML',
    text: good.replace('  - port: 80\n', '  - {port: 80'),
    says: /did not find expected ',' or '}'/,
    line: 7,
    unreadable: true,
  },
  {
    name: 'a tab',
    text: good.replace('  - port', '\t- port'),
    says: /yaml: line 7: found character that cannot start any token/,
    line: 7,
    unreadable: true,
  },
  {
    name: 'a key twice',
    text: good.replace('  name: web\n', '  name: web\n  name: shop\n'),
    says: /The key name stands here a second time/,
    line: 5,
    unreadable: false,
  },
  {
    name: 'an unknown kind',
    text: good.replace('Service', 'Serviec'),
    says: /no matches for kind "Serviec" in version "v1"/,
    line: 2,
    unreadable: false,
  },
  {
    name: '300 KB',
    text: long,
    says: /262144 bytes/,
    line: long.split('\n').length,
    unreadable: true,
  },
  {
    name: 'nesting 2000 deep',
    text: `a: ${'['.repeat(2000)}${']'.repeat(2000)}\n`,
    says: /64/,
    line: 1,
    unreadable: true,
  },
  {
    name: 'an alias bomb',
    text: `a: &a [x, x]\n${[...'abcdefgh'].map((from, i) => alias(from, 'bcdefghi'[i] ?? '')).join('')}`,
    says: /document contains excessive aliasing/,
    line: 1,
    unreadable: true,
  },
  { name: 'an empty editor', text: '', says: /no objects passed to apply/, line: 1, unreadable: false },
];

test.use({ viewport: { width: 1440, height: 900 } });

for (const kind of ['full', 'plain'] as const satisfies readonly EditorKind[]) {
  for (const { name, text, says, line, unreadable } of bad) {
    test(`${name} in the ${kind} editor`, async ({ page }) => {
      await page.goto('/playground/');
      const lab = new Lab(page);
      await lab.put(good);
      await lab.edit(kind);
      const before = await lab.endpoints();
      expect(before).toContain('endpoints "web" not found');
      await lab.fill(text);
      await lab.settled();
      const under = lab.element.locator('.problem-line');
      await expect(under).toContainText(says);
      await expect(under.getByRole('button', { name: lab.words.common.goToLine(line), exact: true })).toBeVisible();
      await expect(lab.element.locator('.stale-mark')).toHaveCount(unreadable ? 3 : 0);
      if (unreadable) expect(await lab.endpoints()).toBe(before);
      await page.keyboard.press('ControlOrMeta+Home');
      await expect.poll(async () => firstLines(await lab.text())).toEqual(firstLines(text));
      await expect(lab.manifest).toBeFocused();

      await lab.fill(good);
      await lab.settled();
      await expect(lab.element.locator('.stale-mark')).toHaveCount(0);
      expect(await lab.endpoints()).toBe(before);
    });
  }
}
