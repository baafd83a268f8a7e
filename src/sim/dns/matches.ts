/** What a name leads to, before it becomes records. */
import type { DnsReason } from '../api/reasons.ts';
import type { Family } from '../api/objects.ts';

/** One match: an address, or another name (an alias). */
export interface Match {
  /** Address, or name of the alias' target, as stored. */
  readonly host: string;
  /** Absent for an alias. */
  readonly family?: Family;
  /** -1: no port is known. 0: a pod name. */
  readonly port: number;
  /** Name of the match below the zone (`10-244-1-10.web.default.svc`): target of SRV records. */
  readonly target: string;
}

/** `exists: false` means "no such name"; without matches an existing name has no record. */
export interface Matches {
  readonly exists: boolean;
  readonly matches: readonly Match[];
  readonly reasons: readonly DnsReason[];
}

/** Nothing under this name. */
export function noSuchName(...reasons: readonly DnsReason[]): Matches {
  return { exists: false, matches: [], reasons };
}

/** The name exists, and has no record itself. */
export function emptyName(...reasons: readonly DnsReason[]): Matches {
  return { exists: true, matches: [], reasons };
}
