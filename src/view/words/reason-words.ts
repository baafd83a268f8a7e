/** The form of a language's reason words: one sentence for each code, so that a missing one does not compile. */
import type {
  DnsReason,
  DnsReasonCode,
  EndpointReason,
  EndpointReasonCode,
  ReasonOf,
  TrafficReason,
  TrafficReasonCode,
} from '../../sim/core.ts';
import type { Words } from '../view-models.ts';

export type Sentence<R> = (reason: R) => Words;

export interface ReasonWords {
  readonly dns: Readonly<Record<DnsReasonCode, Sentence<DnsReason>>>;
  readonly traffic: Readonly<Record<TrafficReasonCode, Sentence<TrafficReason>>>;
  readonly endpoints: Readonly<Record<EndpointReasonCode, Sentence<EndpointReason>>>;
}

/** The object's name as a reader knows it: `web`, or `shop/web` outside default. */
export function nameOf({ object }: ReasonOf<string>): string {
  if (!object) return '';
  return object.namespace && object.namespace !== 'default' ? `${object.namespace}/${object.name}` : object.name;
}

/** `deployment/web`. */
export const ofKind = ({ object }: ReasonOf<string>): string =>
  object ? `${object.kind.toLowerCase()}/${object.name}` : '';
