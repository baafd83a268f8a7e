/** The ranges that a cluster gives addresses and node ports from. */
import type { Family } from '../api/objects.ts';

export interface Band {
  readonly first: number;
  readonly last: number;
}

/**
 * Service ranges by family, and the part of them that is given out (offsets from the network address).
 * The first 256 addresses stay free for addresses typed by hand. Models pkg/registry/core/service/ipallocator, v1.36.
 */
export const serviceRanges: Readonly<Record<Family, { readonly cidr: string; readonly dynamic: Band }>> = {
  IPv4: { cidr: '10.96.0.0/12', dynamic: { first: 257, last: 0xfffff - 1 } },
  IPv6: { cidr: 'fd00:10:96::/112', dynamic: { first: 257, last: 0xffff } },
};

/** Node ports: the whole range, and the part that is given out. Models pkg/registry/core/service/portallocator, v1.36. */
export const nodePortRange: Band & { readonly dynamic: Band } = {
  first: 30000,
  last: 32767,
  dynamic: { first: 30086, last: 32767 },
};
