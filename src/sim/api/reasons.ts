/**
 * Reasons: why a result is what it is, as data. Words are made from them by `src/view`.
 * Each stage has its own closed list of codes; upstream's own reason word is used where it has one.
 */
import type { ObjectRef } from './refs.ts';
import type { dnsReasonCodes } from './reasons/dns.ts';
import type { endpointReasonCodes } from './reasons/endpoints.ts';
import type { trafficReasonCodes } from './reasons/traffic.ts';

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface ReasonOf<Code extends string> {
  readonly code: Code;
  /** The object that decided. */
  readonly object?: ObjectRef;
  /** The deciding field of that object, as Kubernetes prints paths: `spec.selector.app`. */
  readonly path?: string;
  /** The other side, where two fields do not fit: the selector's key against the pod's label. */
  readonly against?: { readonly object: ObjectRef; readonly path: string };
  readonly facts?: Facts;
}

export type EndpointReasonCode = (typeof endpointReasonCodes)[number];
export type DnsReasonCode = (typeof dnsReasonCodes)[number];
export type TrafficReasonCode = (typeof trafficReasonCodes)[number];
export type ReasonCode = EndpointReasonCode | DnsReasonCode | TrafficReasonCode;

export type EndpointReason = ReasonOf<EndpointReasonCode>;
export type DnsReason = ReasonOf<DnsReasonCode>;
export type TrafficReason = ReasonOf<TrafficReasonCode>;
export type Reason = ReasonOf<ReasonCode>;
