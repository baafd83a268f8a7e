/** A live lab as a reader meets it: found by its names, operated by mouse and keys, read from what it shows. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { panelStrings, type PanelStrings } from '../../src/i18n/panels.ts';
import type { Locale } from '../../src/i18n/locale.ts';

export type EditorKind = 'full' | 'plain';
export type DrawerName = 'problems' | 'slices' | 'pods' | 'console' | 'objects' | 'changes';
export type TileName = 'services' | 'endpoints' | 'dns' | 'traffic';

export interface DnsShown {
  /** Name and rcode of each try, in order. */
  readonly tries: readonly (readonly [name: string, rcode: string])[];
  readonly records: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
}

export interface TrafficRow {
  readonly step: string;
  readonly result: string;
  /** The whole row. */
  readonly all: string;
  /** What stands in code letters in the result. */
  readonly codes: readonly string[];
  /** What stands in bold letters in the result. */
  readonly bold: readonly string[];
}

export class Lab {
  readonly page: Page;
  readonly element: Locator;
  readonly words: PanelStrings;

  /** The lab of a page, or of a frame in it. */
  constructor(page: Page, { locale = 'en', in: scope = page }: { locale?: Locale; in?: Page | FrameLocator } = {}) {
    this.page = page;
    this.element = scope.locator('endpoint-lab-scene:not([data-figure])');
    this.words = panelStrings(locale);
  }

  /** Waits until the engine has answered everything asked so far. */
  async settled(): Promise<void> {
    await expect(this.element).toHaveAttribute('data-live', 'ready');
  }

  /** Puts a whole scene file in place of the page's, as a page that was built with it. */
  async put(scene: string): Promise<void> {
    await this.settled();
    await this.element.evaluate((old: HTMLElement, text) => {
      const lab = document.createElement('endpoint-lab-scene');
      Object.assign(lab.dataset, old.dataset, { scene: text, draft: '' });
      delete lab.dataset['live'];
      old.replaceWith(lab);
    }, scene);
    await this.settled();
  }

  get manifest(): Locator {
    return this.element.getByRole('textbox', { name: this.words.panel.manifest, exact: true });
  }

  /** Opens the editor; stays in it. */
  async edit(kind: EditorKind): Promise<void> {
    await this.settled();
    if (kind === 'plain') {
      const button = this.button(this.words.lab.plainEditor);
      if (await button.isVisible()) await button.click();
    }
    await this.manifest.click({ position: { x: 60, y: 12 } });
    await expect(this.element.locator(kind === 'plain' ? 'textarea[wrap=off]' : '.monaco-editor')).toBeVisible();
    // Keys of the plain field's help are listened to from when its buttons stand.
    if (kind === 'plain') await expect(this.element.locator('.editor-keys')).toBeAttached();
    await this.manifest.focus();
  }

  /** Puts a text in place of the editor's, as by pasting it over everything. */
  async fill(text: string): Promise<void> {
    const box = this.manifest;
    await box.focus();
    if (await box.evaluate((field) => field instanceof HTMLTextAreaElement && field.wrap === 'off')) {
      await box.evaluate((field, t) => {
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.setRangeText(t, 0, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      }, text);
      return;
    }
    await this.page.keyboard.press('ControlOrMeta+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await paste(box, text);
  }

  /** The text of the editor as it stands. */
  async text(): Promise<string> {
    // Asked at once: the full editor may take the plain one's place meanwhile.
    const plain = await this.manifest.evaluate((field) =>
      field instanceof HTMLTextAreaElement && field.wrap === 'off' ? field.value : null,
    );
    if (plain !== null) return plain;
    return this.element.locator('.editor-live').evaluate((place) => {
      const lines = [...place.querySelectorAll<HTMLElement>('.view-line')];
      const top = (line: HTMLElement): number => Number.parseFloat(line.style.top);
      return lines
        .sort((a, b) => top(a) - top(b))
        .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '))
        .join('\n');
    });
  }

  /** Chooses a state of the strip. */
  async choose(state: number): Promise<void> {
    await this.step(state).click();
    await this.settled();
    await expect(this.step(state)).toHaveAttribute('aria-pressed', 'true');
  }

  step(state: number): Locator {
    return this.element.getByRole('button', { name: new RegExp(`^${this.words.lab.step(state)}[:：]`) });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  panel(name: TileName | DrawerName): Locator {
    return this.element.locator(`section[data-panel="${name}"]`);
  }

  /** Opens a panel of the drawer. */
  async drawer(name: DrawerName): Promise<Locator> {
    const tab = this.element.locator(`.drawer-tab[data-panel=${name}]`);
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
    return this.panel(name);
  }

  /** Types a command into the console and returns what it printed: output and errors together. */
  async run(line: string): Promise<string> {
    const panel = await this.drawer('console');
    const entries = panel.locator('.transcript pre');
    const before = await entries.count();
    await panel.getByRole('textbox', { name: this.words.console.prompt }).fill(line);
    await this.page.keyboard.press('Enter');
    await expect(entries).toHaveCount(before + 1);
    return ((await entries.last().textContent()) ?? '').replace(`$ ${line}\n`, '');
  }

  async ask(question: { readonly host: string; readonly type: string; readonly ns: string }): Promise<DnsShown> {
    const { dns } = this.words;
    const panel = this.panel('dns');
    const host = panel.getByLabel(dns.host, { exact: true });
    await host.fill(question.host);
    await host.press('Enter');
    await panel.getByLabel(dns.type, { exact: true }).selectOption(question.type);
    await panel.getByLabel(dns.from, { exact: true }).selectOption(question.ns);
    await this.settled();
    return this.dns();
  }

  async dns(): Promise<DnsShown> {
    const { authority, additional } = this.words.dns;
    return this.panel('dns').evaluate(
      (panel, titles) => {
        const text = (element: Element | null): string => element?.textContent ?? '';
        const section = (title: string): string[] =>
          [...panel.querySelectorAll('.dns-section')]
            .filter((part) => text(part.querySelector('summary')).startsWith(title))
            .flatMap((part) => text(part.querySelector('pre')).split('\n'));
        return {
          tries: [...panel.querySelectorAll('.dns-tries > li:not(.not-asked)')].map(
            (li) => [text(li.querySelector('.dns-name')), text(li.querySelector('.rcode'))] as const,
          ),
          records: [...panel.querySelectorAll('.dns-records > li')].map((li) => {
            const record = li.cloneNode(true) as Element;
            record.querySelector('.change-badge')?.remove();
            return text(record).trim();
          }),
          authority: section(titles.authority),
          additional: section(titles.additional),
        };
      },
      { authority, additional },
    );
  }

  async connect(probe: { readonly from: string; readonly to: string }): Promise<readonly TrafficRow[]> {
    const panel = this.panel('traffic');
    await panel.getByLabel(this.words.traffic.client, { exact: true }).selectOption(probe.from);
    const target = panel.getByLabel(this.words.traffic.target, { exact: true });
    await target.fill(probe.to);
    await target.press('Enter');
    await this.settled();
    return this.traffic();
  }

  async traffic(): Promise<readonly TrafficRow[]> {
    return this.panel('traffic')
      .locator('.traffic-table tbody tr:not(.row-removed)')
      .evaluateAll((rows) =>
        rows.map((row) => {
          const [result] = row.querySelectorAll('td');
          const all = (selector: string): string[] =>
            [...(result?.querySelectorAll(selector) ?? [])].map((element) => element.textContent ?? '');
          return {
            // What the last edit did is said behind it.
            step: row.querySelector('th')?.firstChild?.textContent ?? '',
            result: result?.textContent ?? '',
            all: row.textContent ?? '',
            codes: all('code'),
            bold: all('b'),
          };
        }),
      );
  }

  /** What `kubectl get ep` printed for the Service looked at, with the command. */
  async endpoints(): Promise<string> {
    return (await this.panel('endpoints').locator('.tool-output').textContent()) ?? '';
  }
}

/** Pastes into the focused editor without a clipboard. */
async function paste(box: Locator, text: string): Promise<void> {
  await box.evaluate((field, t) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', t);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
