/** What differs from the DNS answer compared with, where the same was asked. */
import type { DnsView } from './view-models.ts';

/** The view with its marks against `before`. */
export function markDns(view: DnsView, before: DnsView | undefined): DnsView {
  if (!before || view.host !== before.host || view.type !== before.type || view.from !== before.from) return view;
  const then = new Set(before.records.map(({ line }) => line));
  const now = new Set(view.records.map(({ line }) => line));
  const codes = new Map(before.tries.map(({ name, rcode }) => [name, rcode]));
  return {
    ...view,
    tries: view.tries.map((each) => {
      const was = codes.get(each.name);
      return was === undefined || was === each.rcode ? each : { ...each, change: 'changed' };
    }),
    records: view.records.map((record) => (then.has(record.line) ? record : { ...record, change: 'added' })),
    left: before.records.map(({ line }) => line).filter((line) => !now.has(line)),
  };
}
