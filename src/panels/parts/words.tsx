/** A sentence of ours, with its code, bold words and differing letters. */
import type { JSX } from 'preact';
import type { Words as WordsModel } from '../../view/view-models.ts';

export function Words({ words }: { readonly words: WordsModel }): JSX.Element {
  return (
    <>
      {words.map((segment, i) => {
        if (typeof segment === 'string') return segment;
        if ('code' in segment) return <code key={i}>{segment.code}</code>;
        if ('strong' in segment) return <b key={i}>{segment.strong}</b>;
        return (
          <mark key={i} class="differs">
            {segment.differs}
          </mark>
        );
      })}
    </>
  );
}

/** The sentence as plain text. */
export function plainText(words: WordsModel): string {
  return words
    .map((s) => (typeof s === 'string' ? s : 'code' in s ? s.code : 'strong' in s ? s.strong : s.differs))
    .join('');
}
