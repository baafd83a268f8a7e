import { describe, expect, it } from 'vitest';
import { keepSame } from '../../src/playground/keep-same.ts';

describe('what did not change', () => {
  const old = { rows: [{ id: 'a' }, { id: 'b' }], count: 2, note: { words: ['x'] } };

  it('is the old value itself where all is equal', () => expect(keepSame(old, structuredClone(old))).toBe(old));

  it('keeps its identity beside what changed', () => {
    const next = { ...structuredClone(old), rows: [{ id: 'a' }, { id: 'c' }] };
    const kept = keepSame(old, next);
    expect(kept).toEqual(next);
    expect(kept.note).toBe(old.note);
    expect(kept.rows[0]).toBe(old.rows[0]);
    expect(kept.rows).not.toBe(old.rows);
  });

  it.each<[string, unknown, unknown]>([
    ['a field more', { a: 1 }, { a: 1, b: undefined }],
    ['a field less', { a: 1, b: 2 }, { a: 1 }],
    ['an item more', [1], [1, 2]],
    ['an item less', [1, 2], [1]],
    ['an array for an object', {}, []],
    ['null for an object', {}, null],
    ['an object for nothing', undefined, {}],
    ['a field named like a part of every object', {}, { constructor: 1 }],
  ])('is never taken for %s', (_, before, next) => expect(keepSame(before, next)).toStrictEqual(next));
});
