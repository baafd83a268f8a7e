import { expect, test } from 'vitest';
import { lookup } from '../../../src/sim/dns/serve.ts';
import type { RecordedDns } from '../../conformance/answers.ts';
import { recordedIds, recordedStates } from '../recorded.ts';

const upstream = { upstream: 'none', external: {} } as const;

/** The parts that are compared; records of a section are a set. */
function compared(reply: Pick<RecordedDns, 'rcode' | 'flags' | 'answer' | 'authority' | 'additional'>): unknown {
  const { rcode, flags, answer, authority, additional } = reply;
  return { rcode, flags, answer: [...answer].sort(), authority, additional: [...additional].sort() };
}

test.each(recordedIds('dns'))('%s: every recorded question gets the recorded reply', (id) => {
  for (const { recorded, cluster } of recordedStates(id)) {
    for (const expected of recorded.dns ?? []) {
      const { q, type } = expected as unknown as { readonly q?: string; readonly type: string };
      if (q === undefined) continue;
      const reply = lookup(cluster, { q, type }, upstream);
      expect({ state: recorded.index, q, type, ...(compared(reply) as object) }).toEqual({
        state: recorded.index,
        q,
        type,
        ...(compared(expected) as object),
      });
      expect(reply.reasons.length, `${q} ${type} has a reason`).toBeGreaterThan(0);
      const udp = expected['udp'] as { readonly answer: number; readonly additional: number } | undefined;
      expect(reply.udp?.answer.length).toBe(udp?.answer);
      expect(reply.udp?.additional.length).toBe(udp?.additional);
    }
  }
});
