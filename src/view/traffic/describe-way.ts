/** The whole picture in sentences, for those who do not see it. */
import type { ViewContext } from '../context.ts';
import { answerOf, nameModel } from './name-model.ts';
import { fraction } from './summary.ts';
import { drawnLimit, type Way } from './way.ts';

/** Who asks for what, where the connection goes, and how it ends. */
export function describeWay(context: ViewContext, way: Way): string {
  const { words, language } = context;
  const { verdict, client, address, rule, reached, notReached, host } = way;
  const name = nameModel(context, way);
  const ends = reached.map(({ title, share, ending }) =>
    [title, share && reached.length > 1 ? fraction(share) : '', ending].filter(Boolean).join(' '),
  );
  const separator = words.items;
  const parts = [
    name
      ? name.found
        ? words.describe.asks(client.title, host, answerOf(context, verdict))
        : words.describe.asksInVain(client.title, host)
      : '',
    address ? words.describe.dials(client.title, address.text) : '',
    rule ? words.describe.rule(rule.detail) : '',
    ends.length > drawnLimit
      ? words.describe.reaches(words.traffic.endpoints(ends.length))
      : ends.length > 0
        ? words.describe.reaches(ends.join(separator))
        : '',
    reached.length === 0 ? words.describe.ends(words.outcome[verdict.outcome]) : '',
    notReached.length > 0 ? words.describe.notReached(notReached.map(({ title }) => title).join(separator)) : '',
  ];
  const sentences = parts.filter(Boolean).join(language === 'en' ? ' ' : '');
  return sentences.replaceAll(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
}
