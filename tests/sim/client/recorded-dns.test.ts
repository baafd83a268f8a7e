import { expect, test } from 'vitest';
import { answerDns } from '../../../src/sim/client/resolver.ts';
import type { DnsAnswer, DnsQuestion } from '../../../src/sim/api/questions.ts';
import { recordedIds, recordedStates } from '../recorded.ts';

/** The parts that are compared; records of a section are a set. */
function compared(reply: DnsAnswer): object {
  const { rcode, flags, answer, authority, additional, result, name } = reply;
  const queries = reply.queries?.map(({ q, rcode, answers }) => ({ q, rcode, answers }));
  return {
    ...{ rcode, flags, answer: [...answer].sort(), authority, additional: [...additional].sort() },
    ...{ result, name, queries },
  };
}

test.each(recordedIds('dns'))('%s: a host is looked up as recorded, without upstream and with one', (id) => {
  for (const { recorded, cluster } of recordedStates(id)) {
    for (const entry of recorded.dns ?? []) {
      const expected = entry as unknown as DnsAnswer & { readonly emptyUpstream?: object };
      const { host, type, ns, pod } = entry as unknown as Extract<DnsQuestion, { host: string }>;
      if (host === undefined) continue;
      const question = { host, type, ns, ...(pod ? { pod } : {}) };
      const alone = answerDns(cluster, question, { upstream: 'none', external: {} });
      expect({ at: recorded.index, host, ...compared(alone) }).toEqual({
        at: recorded.index,
        host,
        ...compared(expected),
      });
      expect(alone.resolver).toEqual(expected.resolver);
      const known = answerDns(cluster, question, { upstream: 'known', external: {} });
      expect({ host, ...compared(known) }).toEqual({
        host,
        ...compared({ ...expected, ...expected.emptyUpstream }),
      });
    }
  }
});
