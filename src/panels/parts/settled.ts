import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * What a live region says: a text that has stood for `wait` milliseconds while `sign` did not change either, so that nothing
 * is said from letter to letter; an empty one falls silent at once. The first text is what the page came with, and is not said; undefined: none to say yet.
 */
export function useSettled(text: string | undefined, wait: number, sign?: unknown): string {
  const [said, say] = useState('');
  const begun = useRef(false);
  useEffect(() => {
    if (text === undefined) return undefined;
    if (!begun.current) {
      begun.current = true;
      return undefined;
    }
    const timer = setTimeout(() => say(text), text === '' ? 0 : wait);
    return () => clearTimeout(timer);
  }, [text, sign]);
  return said;
}
