/** A sentence of ours as elements, or as Monaco's Markdown. */
import type { Words } from '../view/view-models.ts';

/** The sentence's elements; names are never read as markup. */
export function wordsNodes(words: Words): readonly Node[] {
  return words.map((segment) => {
    if (typeof segment === 'string') return document.createTextNode(segment);
    const [name, text] =
      'code' in segment
        ? (['code', segment.code] as const)
        : 'strong' in segment
          ? (['b', segment.strong] as const)
          : (['mark', segment.differs] as const);
    const element = document.createElement(name);
    if (name === 'mark') element.className = 'differs';
    element.textContent = text;
    return element;
  });
}

/** The sentence in Markdown, every sign of its own escaped. */
export function wordsMarkdown(words: Words): string {
  return words
    .map((segment) => {
      if (typeof segment === 'string') return escaped(segment);
      if ('code' in segment) return codeMarkdown(segment.code);
      return 'strong' in segment ? `**${escaped(segment.strong)}**` : escaped(segment.differs);
    })
    .join('');
}

/** A name as code; backquotes in it do not end it. */
export const codeMarkdown = (text: string): string => {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return text === '' ? '' : fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
};

export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>&|~]/g, '\\$&');
