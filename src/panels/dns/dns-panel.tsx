/** Any question from any namespace: each name tried, the answer as zone-file lines, and why. */
import type { JSX } from 'preact';
import type { DnsView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { ChangeBadge } from '../parts/change-mark.tsx';
import { GlyphIcon, toneOf } from '../parts/glyph.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker, TypedPicker } from '../parts/picker.tsx';
import { plainText, Words } from '../parts/words.tsx';

export function DnsPanel({ view, strings, actions }: PanelProps<DnsView>): JSX.Element {
  const ask = (change: Partial<{ host: string; type: string; ns: string }>): void =>
    actions?.select({ dns: { host: view.host, type: view.type, ns: view.from, ...change } });
  return (
    <Panel
      id="dns"
      title={strings.panel.dns}
      strings={strings}
      actions={actions}
      text={() => dnsText(view)}
      tools={
        <>
          <TypedPicker
            id="dns-hosts"
            label={strings.dns.host}
            value={view.host}
            choices={view.hosts}
            onChoose={actions && ((host) => ask({ host }))}
          />
          <Picker
            label={strings.dns.type}
            value={view.type}
            choices={view.types}
            onChoose={actions && ((type) => ask({ type }))}
          />
          <Picker
            label={strings.dns.from}
            value={view.from}
            choices={view.namespaces}
            onChoose={actions && ((ns) => ask({ ns }))}
          />
        </>
      }
    >
      <ol class="dns-tries">
        {view.tries.map((t, i) => (
          <li key={i} class={t.change && `marked ${t.change}`}>
            <GlyphIcon glyph={t.glyph} />
            <span class="mono dns-name">
              {t.typed}
              <span class="faint">{t.rest}</span>
            </span>
            <span class={`mono rcode tone-${toneOf(t.glyph)}`}>{t.rcode}</span>
          </li>
        ))}
        {view.notAsked.length > 0 && (
          <li class="not-asked" title={view.notAsked.join('\n')}>
            <span aria-hidden="true">···</span>
            <span>
              {strings.dns.notAsked} · {strings.dns.notAskedNames(view.notAsked.length)}
            </span>
          </li>
        )}
      </ol>
      {view.records.length > 0 ? (
        <ul class="dns-records mono" aria-label={view.result}>
          {view.records.map((r, i) => (
            <li key={i} class={r.change && `marked ${r.change}`}>
              {r.head} <b>{r.value}</b>
              {r.change && (
                <>
                  {' '}
                  <ChangeBadge change={r.change} strings={strings} />
                </>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="dns-records none">
          {strings.dns.noRecords} · {view.result}
        </p>
      )}
      {view.left && view.left.length > 0 && (
        <ul class="dns-left mono">
          {view.left.map((line) => (
            <li key={line} class="marked removed">
              <del>{line}</del> <ChangeBadge change="removed" strings={strings} />
            </li>
          ))}
        </ul>
      )}
      <p class="why">
        <Words words={view.why} />
      </p>
      <Section title={strings.dns.additional} lines={view.additional} />
      <Section title={strings.dns.authority} lines={view.authority} />
    </Panel>
  );
}

function Section({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <details class="dns-section">
      <summary>
        {title} <span class="count">{lines.length}</span>
      </summary>
      <pre class="mono">{lines.join('\n')}</pre>
    </details>
  );
}

/** The panel's facts as plain text. */
export function dnsText(view: DnsView): string {
  const tries = view.tries.map((t) => `${t.name}  ${t.rcode}`);
  return (
    [
      `${view.host}  ${view.type}  (${view.from})`,
      ...tries,
      ...view.records.map((r) => r.line),
      plainText(view.why),
    ].join('\n') + '\n'
  );
}
