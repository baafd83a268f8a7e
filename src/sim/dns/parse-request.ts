/** The shape of a name below a zone. */
import { labelsOf } from './domain-name.ts';

export interface NameParts {
  readonly podOrSvc: 'pod' | 'svc';
  /** "" when the name ends before it; the same below. */
  readonly namespace: string;
  readonly service: string;
  readonly endpoint: string;
  readonly port: string;
  readonly protocol: string;
}

/** `zone`: the zone itself, `svc` or `pod`. `unknown`: a shape that is never served. */
export type DnsRequest =
  { readonly shape: 'zone' } | { readonly shape: 'unknown' } | ({ readonly shape: 'name' } & NameParts);

/**
 * Reads `[endpoint | _port._proto].service.namespace.(svc|pod)` off what stands before the zone.
 * `name` and `zone` are absolute, `name` ends with `zone`; the parts are lower case.
 * Models CoreDNS plugin/kubernetes/parse.go parseRequest, 1.14.7.
 */
export function parseRequest(name: string, zone: string): DnsRequest {
  const labels = labelsOf(name.slice(0, name.length - zone.length).toLowerCase());
  const kind = labels.at(-1);
  if (kind === undefined) return { shape: 'zone' };
  if (kind !== 'svc' && kind !== 'pod') return { shape: 'unknown' };
  if (labels.length === 1) return { shape: 'zone' };
  const [first = '', second = '', ...more] = labels.slice(0, -3);
  if (more.length > 0) return { shape: 'unknown' };
  const parts = { podOrSvc: kind, namespace: labels.at(-2) ?? '', service: labels.at(-3) ?? '' } as const;
  return labels.length === 5
    ? { shape: 'name', ...parts, endpoint: '', port: withoutUnderscore(first), protocol: withoutUnderscore(second) }
    : { shape: 'name', ...parts, endpoint: first, port: '', protocol: '' };
}

function withoutUnderscore(label: string): string {
  return label.startsWith('_') ? label.slice(1) : label;
}
