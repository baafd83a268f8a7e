import { describe, expect, it } from 'vitest';
import { listRow } from '../../src/view/list-changes.ts';
import { viewEn } from '../../src/view/words/view-en.ts';
import { viewZhCn } from '../../src/view/words/view-zh-cn.ts';

const list = (from: number, to: number) => ({
  addresses: Array.from({ length: to - from }, (_, i) => `10.0.0.${from + i}`),
});
const told = (...lists: Parameters<typeof listRow> extends [unknown, unknown, ...infer L] ? L : never): string => {
  const { mark, before, after } = listRow(viewEn, 'list', ...lists);
  return `${mark}: ${before} → ${after}`;
};

describe('a list of addresses that changed', () => {
  it('is told whole while it is short', () =>
    expect(told(list(1, 3), list(1, 4))).toBe('changed: 10.0.0.1, 10.0.0.2 → 10.0.0.1, 10.0.0.2, 10.0.0.3'));

  it('is told by what left and what came when it is long', () => {
    expect(told(list(1, 100), list(1, 102))).toBe('added:  → 10.0.0.100, 10.0.0.101');
    expect(told(list(2, 100), list(4, 100))).toBe('removed: 10.0.0.2, 10.0.0.3 → ');
    expect(told(list(2, 100), list(3, 101))).toBe('changed: 10.0.0.2 → 10.0.0.100');
  });

  it('is the same only if every address is, however long it is', () =>
    expect(told(list(1, 100), list(1, 100))).toMatch(/^same: /));

  it('says how many more there are', () =>
    expect(told({ addresses: [] }, list(1, 100))).toBe(
      'changed: <none> → 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, 10.0.0.6, 10.0.0.7, 10.0.0.8, ' +
        viewEn.changes.more(91),
    ));

  it('appears and goes', () => {
    expect(told(undefined, list(1, 2))).toBe('added:  → 10.0.0.1');
    expect(told({ ...list(1, 2), head: '1 endpoint' }, undefined)).toBe('removed: 1 endpoint: 10.0.0.1 → ');
  });

  it('names the ports of a slice once, also where it has none', () => {
    const { changes, slices } = viewEn;
    expect(changes.sliceLine(2, 'http 8080/TCP')).toBe('2 endpoints, ports http 8080/TCP');
    expect(changes.sliceLine(0, slices.unset)).toBe('0 endpoints, ports unset');
    expect(changes.sliceLine(1, slices.anyPort)).toBe('1 endpoint, no ports');
    expect(viewZhCn.changes.sliceLine(0, viewZhCn.slices.unset)).toBe('0 个端点，端口未设置');
  });
});
