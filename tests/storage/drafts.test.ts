import { describe, expect, it } from 'vitest';
import {
  draftKey,
  dropDraft,
  leaveDamaged,
  loadDraft,
  newestOther,
  renameTab,
  saveDraft,
  tabName,
  type Draft,
  type Stores,
} from '../../src/storage/drafts.ts';
import { browserStore, type Store } from '../../src/storage/guarded-storage.ts';

function memory(limit = Infinity): Store {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > limit) throw new Error('QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
}

const denied: Store = {
  get length(): number {
    throw new Error('denied');
  },
  key: () => null,
  getItem() {
    throw new Error('denied');
  },
  setItem() {
    throw new Error('denied');
  },
  removeItem() {
    throw new Error('denied');
  },
};

const tab = (local: Store | undefined, name: string): Stores => ({ local, session: memory(), newTab: () => name });
const draft = (scene: string, at = 1): Draft => ({ scene, edits: [], start: 'start', at });

describe('drafts', () => {
  it('come back in the tab that saved them', () => {
    const stores = tab(memory(), 'a');
    expect(saveDraft(stores, 'lesson', draft('mine'))).toBe(true);
    expect(loadDraft(stores, 'lesson')).toEqual(draft('mine'));
    expect(loadDraft(stores, 'other')).toBeUndefined();
  });

  it('are never overwritten by a second tab', () => {
    const local = memory();
    const [first, second] = [tab(local, 'a'), tab(local, 'b')];
    saveDraft(first, 'lesson', draft('first', 1));
    expect(loadDraft(second, 'lesson')?.scene).toBe('first');
    saveDraft(second, 'lesson', draft('second', 2));
    expect(loadDraft(first, 'lesson')?.scene).toBe('first');
    expect(loadDraft(second, 'lesson')?.scene).toBe('second');
  });

  it('of a new tab start from the newest', () => {
    const local = memory();
    saveDraft(tab(local, 'a'), 'lesson', draft('newer', 5));
    saveDraft(tab(local, 'b'), 'lesson', draft('older', 3));
    expect(loadDraft(tab(local, 'c'), 'lesson')?.scene).toBe('newer');
  });

  it('of other tabs are known, the newest of them', () => {
    const local = memory();
    const own = tab(local, 'own');
    saveDraft(own, 'lesson', draft('mine', 9));
    expect(newestOther(own, 'lesson')).toBeUndefined();
    saveDraft(tab(local, 'a'), 'lesson', draft('older', 3));
    saveDraft(tab(local, 'b'), 'lesson', draft('newer', 5));
    expect(newestOther(own, 'lesson')?.scene).toBe('newer');
    expect(loadDraft(own, 'lesson')?.scene).toBe('mine');
  });

  it('of a copied tab go under a new name, and the first tab keeps its own', () => {
    const local = memory();
    const session = memory();
    let tabs = 0;
    const newTab = (): string => `tab-${++tabs}`;
    const [first, copy] = [
      { local, session, newTab },
      { local, session, newTab },
    ];
    saveDraft(first, 'lesson', draft('first', 1));
    expect(draftKey(copy, 'lesson')).toBe(draftKey(first, 'lesson'));
    renameTab(copy);
    saveDraft(copy, 'lesson', draft('copy', 2));
    expect(loadDraft(first, 'lesson')?.scene).toBe('first');
    expect(loadDraft(copy, 'lesson')?.scene).toBe('copy');
  });

  it('have one name even where a session keeps nothing', () => {
    let tabs = 0;
    const stores: Stores = { local: memory(), session: denied, newTab: () => `tab-${++tabs}` };
    expect(tabName(stores)).toBe(tabName(stores));
  });

  it('that cannot be read are told, and left as they are', () => {
    const local = memory();
    let tabs = 0;
    const stores: Stores = { local, session: memory(), newTab: () => `tab-${++tabs}` };
    expect(leaveDamaged(stores, 'lesson')).toBe(false);
    const damaged = draftKey(stores, 'lesson');
    local.setItem(damaged, '{"version":9}');
    expect(leaveDamaged(stores, 'lesson')).toBe(true);
    saveDraft(stores, 'lesson', draft('mine'));
    expect(local.getItem(damaged)).toBe('{"version":9}');
    expect(leaveDamaged(stores, 'lesson')).toBe(false);
    expect(loadDraft(stores, 'lesson')?.scene).toBe('mine');
  });

  it('can be dropped, and only the own one is', () => {
    const local = memory();
    saveDraft(tab(local, 'a'), 'lesson', draft('a', 1));
    const b = tab(local, 'b');
    saveDraft(b, 'lesson', draft('b', 2));
    dropDraft(b, 'lesson');
    expect(loadDraft(b, 'lesson')?.scene).toBe('a');
  });

  it('stay few', () => {
    const local = memory();
    for (let i = 0; i < 30; i += 1) saveDraft(tab(local, `tab-${i}`), 'lesson', draft(`scene ${i}`, i));
    expect(local.length).toBe(8);
    expect(loadDraft(tab(local, 'new'), 'lesson')?.scene).toBe('scene 29');
  });

  for (const [name, store] of [
    ['denied', denied],
    ['absent', undefined],
    ['full', memory(3)],
  ] as const) {
    it(`say so where storage is ${name}, and nothing throws`, () => {
      const stores = tab(store, 'a');
      expect(saveDraft(stores, 'lesson', draft('x'))).toBe(false);
      expect(loadDraft(stores, 'lesson')).toBeUndefined();
      dropDraft(stores, 'lesson');
    });
  }

  for (const damaged of ['', '{', 'null', '[]', '{"version":2,"scene":"x"}', '{"version":1,"scene":7}']) {
    it(`ignore what is damaged or newer: ${damaged || 'empty'}`, () => {
      const local = memory();
      local.setItem('endpoint-lab:draft:lesson:a', damaged);
      expect(loadDraft(tab(local, 'a'), 'lesson')).toBeUndefined();
    });
  }

  it('find no browser store in Node without a throw', () => {
    expect(() => browserStore('sessionStorage')).not.toThrow();
  });

  it('keep no edit that is none', () => {
    const local = memory();
    const stores = tab(local, 'a');
    local.setItem(draftKey(stores, 'lesson'), JSON.stringify({ version: 1, ...draft('mine'), edits: [null, 5, {}] }));
    expect(loadDraft(stores, 'lesson')?.edits).toEqual([{}]);
  });
});
