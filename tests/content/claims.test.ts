import { expect, test } from 'vitest';
import { z } from 'astro/zod';
import { readYaml } from '../../src/lessons/read-yaml.ts';
import { lessons } from './units.ts';

const schema = z.record(
  z.string().regex(/^\d{3}-\d\d$/),
  z.strictObject({
    verdict: z.enum(['true', 'half true', 'false', 'outdated', 'out of scope']),
    lessons: z.array(z.string().regex(/^\d(?:\.\d+)?$/, 'a lesson as part.number')).min(1),
  }),
);

const claims = readYaml('content/claims.yaml', schema);
const claimed = lessons.map(({ id, part, number, data }) => ({ id, number: `${part.number}.${number}`, claims: data.claims }));

test('every claim of the articles is listed', () => {
  const counts = Map.groupBy(Object.keys(claims), (claim) => claim.slice(0, 3));
  expect(Object.fromEntries([...counts].map(([article, rows]) => [article, rows.length]))).toEqual({
    '000': 33,
    '001': 41,
    '003': 52,
    '004': 33,
  });
});

test('no claim has two homes', () => {
  const all = claimed.flatMap((lesson) => lesson.claims);
  expect(all.filter((claim, i) => all.indexOf(claim) !== i)).toEqual([]);
});

test.each(claimed)('$id is home to the claims of $number, and to no other', ({ number, claims: own }) => {
  const home = Object.keys(claims).filter((claim) => claims[claim]?.lessons[0] === number);
  expect(own.toSorted()).toEqual(home.toSorted());
});
