/** Small formats that several of kubectl's printers share. */
import type { LabelSelector, Labels } from '../api/objects.ts';

/** `a=1,b=2` in text order of the pairs (so `a-b=1` before `a=1`); `<none>` without labels. Models apimachinery/pkg/labels FormatLabels. */
export function formatLabels(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return pairs.sort().join(',') || '<none>';
}

/** `app=web,tier in (a,b),!canary`; "" for an empty selector. Models labels.Selector String, v1.36. */
export function selectorText(selector: LabelSelector | undefined): string {
  const terms: (readonly [string, string])[] = [];
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) terms.push([key, `${key}=${value}`]);
  for (const { key, operator, values } of selector?.matchExpressions ?? []) {
    const list = [...(values ?? [])].sort().join(',');
    if (operator === 'In') terms.push([key, `${key} in (${list})`]);
    else if (operator === 'NotIn') terms.push([key, `${key} notin (${list})`]);
    else terms.push([key, operator === 'DoesNotExist' ? `!${key}` : key]);
  }
  return terms
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, text]) => text)
    .join(',');
}

/** The same with `<none>` for a selector that selects everything. Models metav1.FormatLabelSelector. */
export function formatLabelSelector(selector: LabelSelector | undefined): string {
  return selectorText(selector) || '<none>';
}

/** `1.2.3.4:80`, `[fd00::1]:80`. Models net.JoinHostPort. */
export function joinHostPort(host: string, port: number | string): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** `a,b,c + 2 more...` of a list cut to three. */
export function withMore(shown: readonly string[], more: boolean, count: number): string {
  const text = shown.join(',');
  return more ? `${text} + ${count - 3} more...` : text;
}
