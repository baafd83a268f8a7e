/** Names for the editors' texts. Monaco remembers every name it ever met, so a name that is given back is the next one's. */

const free: number[] = [];
let made = 0;

/** A name that no living text has; `giveBack` once, when the text is gone. */
export function takeName(): { readonly uri: string; readonly giveBack: () => void } {
  const number = free.pop() ?? (made += 1);
  return { uri: `inmemory://lab/${number}`, giveBack: () => void free.push(number) };
}
