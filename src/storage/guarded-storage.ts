/** Storage that may be denied, full or damaged: every call answers, none throws. */

/** What is needed of `localStorage`. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The browser's store, or undefined where it is denied (a sandboxed frame throws at the very name). */
export function browserStore(kind: 'localStorage' | 'sessionStorage'): Store | undefined {
  try {
    return globalThis[kind];
  } catch {
    return undefined;
  }
}

export function read(store: Store | undefined, key: string): string | undefined {
  try {
    return store?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** True if it is stored. */
export function write(store: Store | undefined, key: string, value: string): boolean {
  try {
    if (!store) return false;
    store.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function remove(store: Store | undefined, key: string): void {
  try {
    store?.removeItem(key);
  } catch {
    // a store that refuses keeps what it has
  }
}

/** Keys with a prefix. */
export function keys(store: Store | undefined, prefix: string): readonly string[] {
  try {
    const all = Array.from({ length: store?.length ?? 0 }, (_, i) => store?.key(i) ?? '');
    return all.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
