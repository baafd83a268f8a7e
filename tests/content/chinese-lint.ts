import { load } from 'js-yaml';

/** What the rules for Chinese text forbid, as far as a program can see it. */

/** Renderings of a term that this site does not use, and the one that it does. */
const otherRenderings: readonly (readonly [found: RegExp, ours: string])[] = [
  // The official word may be named in quotes.
  [/(?<!“)选择算符/, '选择器'],
  [/(?<!“)名字空间/, '命名空间'],
  [/(?<!“)就绪态/, '就绪探针'],
  [/(?<!正在)终止中/, '正在终止'],
  [/Headless 服务/, '无头服务'],
  [/会话保持/, '会话亲和性'],
  [/货单/, '清单'],
  [/误区检验/, '误区核查'],
  [/实验台/, '实验区'],
  [/端点片/, '切片'],
];

const translationese: readonly (readonly [found: RegExp, instead: string])[] = [
  [/让我们/, '先看……'],
  [/在(这个|本)例子?中/, '先……'],
  [/我们将会?/, '(no 我们将)'],
  [/允许你/, '能……'],
  [/使得/, '就会……'],
  [/对于每一?个/, '每个……都'],
  [/当.{0,20}被.{0,8}的?时候?/, '……之后'],
  [/如果你?想要/, '要……'],
  [/需要注意的是/, '注意：'],
  [/进行\p{Script=Han}{2}/u, '(the verb alone)'],
  [/被称为/, '这种……'],
  [/由于.{0,30}的原因/, '……，所以……'],
  [/通过使用/, '靠……'],
  [/基于这个原因/, '所以'],
  [/取决于.{0,30}是否/, '看……是不是'],
  [/其中之一|之一的/, '有一个'],
  [/作为结果|(?:^|[，。；])结果是/, '于是'],
  [/不再是?有效/, '失效了'],
  [/为了能够?/, '让……能'],
  [/在大多数情况下/, '通常'],
  [/的\p{Script=Han}{1,6}的\p{Script=Han}{1,6}的/u, '(a chain of 的)'],
  [/非常强大|轻松|只需简单|众所周知/, '(no ornaments)'],
];

const han = '\\p{Script=Han}';
const rules: readonly (readonly [found: RegExp, why: string])[] = [
  [new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`, 'u'), 'no space between Han and Latin'],
  [new RegExp(`${han} *[,;:?!]|[,;:?!] *${han}|${han}\\.(?:\\s|$|${han})`, 'u'), 'half-width punctuation'],
  [new RegExp(`${han} *[(]|[)] *${han}|["']${han}|${han}["']`, 'u'), 'half-width brackets or quotes'],
  [/[，。；：？！、（）“”] +\S|\S +[，。；：？！、（）“”]/u, 'a space beside full-width punctuation'],
  [/！/, 'an exclamation mark'],
  [/[「」]/, 'quotes other than “ ”'],
  [/您/, '您'],
  [/\bPods\b/, 'Pods'],
  ...translationese.map(([found, instead]) => [found, `rather ${instead}`] as const),
  ...otherRenderings.map(([found, ours]) => [found, `here it is called ${ours}`] as const),
];

/** The mistakes of a text without markup, each with its place; [] for a good one. Text without Han characters is not Chinese. */
export function lintChinese(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /\p{Script=Han}/u.test(line))
    .flatMap((line) =>
      rules.flatMap(([found, why]) => {
        const match = found.exec(line);
        return match ? [`${why}: …${line.slice(Math.max(0, match.index - 12), match.index + 24)}…`] : [];
      }),
    );
}

/** The texts of an MDX page: the words of its front matter, and its prose without marks and fences. */
export function textsOfMdx(mdx: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(mdx) ?? [];
  return [...textsIn(load(front)).map(withoutCode), proseOf(body)].join('\n');
}

/** All texts of a value, not its keys. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Code spans become a letter: they are spaced like Latin words, and what stands in them is not ours. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`\n]*`/g, 'X');
}

function proseOf(body: string): string {
  return withoutCode(body.replace(/^```[\s\S]*?^```/gm, ''))
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/<\/?[A-Za-z](?:[^>"]|"[^"]*")*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*>]|\d+\.|#+)\s+/gm, '')
    .replace(/[*_]{1,2}/g, '')
    .replace(/^ *\|.*\|$/gm, (row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\n'),
    );
}
