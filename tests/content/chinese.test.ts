import { describe, expect, test } from 'vitest';
import { proseOf, textOf, units } from './units.ts';

const han = String.raw`\p{Script=Han}`;
/** What a colleague would not write, and why. */
const faults: readonly (readonly [fault: string, pattern: RegExp])[] = [
  ['no blank between a Chinese character and a Latin letter or digit', new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`, 'u')],
  ['a blank beside full-width punctuation', /[，。；：？！、（）“”] \S|\S [，。；：？！、（）“”]/u],
  ['half-width punctuation after a Chinese character', new RegExp(`${han}[,.;:?!()]`, 'u')],
  ['a polite “you”', /您/],
  ['a plural of a kind', /\b(?:Pods|Services|EndpointSlices|Deployments|Nodes)\b/],
  ['a word of advertisement', /非常|轻松|众所周知|让我们|简单几步|！/],
  ['a noun made of a verb', /进行|由于.*的原因|需要注意的是|对于.{1,12}来说，|是通过/],
  ['another word for a term of the glossary', /选择算子|名字空间|就绪态|子网|货单/],
];

describe.each(units)('Chinese of $id', (unit) => {
  const { front, body } = textOf(unit, 'zh-cn');
  const texts = [...textsIn(front), ...proseOf(body).split('\n')].map((text) => text.replace(/[`*]/g, ''));

  test.each(faults)('has not: %s', (_, pattern) => {
    expect(texts.filter((text) => pattern.test(text.trim()))).toEqual([]);
  });

  test('has no sentence of more than 60 characters', () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[。？；])/));
    expect(sentences.filter((sentence) => [...sentence.matchAll(/\p{Script=Han}|[A-Za-z0-9./-]+/gu)].length > 60)).toEqual([]);
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
