/** Several clients that ask the same: the way of each in a few words, for the picture and for the table. */
import type { ViewContext } from '../context.ts';
import { code, say, strong } from '../say.ts';
import type { PictureLane, TrafficView, Words } from '../view-models.ts';
import { nameModel } from './name-model.ts';
import { fraction, trafficSummary } from './summary.ts';
import { because } from './table.ts';
import { drawnLimit, type Way } from './way.ts';

/** So many clients at most: the picture shows each with its own rule. */
export const laneLimit = 4;

export function laneOf(context: ViewContext, way: Way): PictureLane {
  const { verdict, client, address, rule, reached } = way;
  return {
    id: verdict.probe.from,
    client,
    name: nameLine(context, way),
    ...(address ? { address: { text: address.text, virtual: address.virtual } } : {}),
    ...(rule ? { rule: { title: ruleTitle(rule), detail: rule.detail, notes: rule.notes } } : {}),
    ending: reached.length > 0 ? 'ENDPOINTS' : verdict.outcome,
    endingWord: reached.length > 0 ? '' : context.words.outcome[verdict.outcome],
    summary: sharesOf(context, way),
    reaches: reached.flatMap(({ id, share }) => (share ? [{ id, share }] : [])),
  };
}

const ruleTitle = ({ node, title }: NonNullable<Way['rule']>): string => `${title} · ${node}`;

/** `1/3 each` where all get the same. */
function sharesOf(context: ViewContext, { verdict }: Way): string {
  const [first, ...others] = verdict.reached.map(({ share }) => fraction(share));
  if (first === undefined) return '';
  const alike = others.length > 0 && others.every((share) => share === first);
  return alike ? context.words.traffic.each(first) : trafficSummary(context, verdict);
}

function nameLine(context: ViewContext, way: Way): string {
  const name = nameModel(context, way);
  if (!name) return '';
  if (name.found) return [...name.tags, ...(way.verdict.resolved ?? []).slice(0, 1)].join(' → ');
  return `${way.host}: ${name.captions.at(-1)?.rcode ?? way.verdict.outcome}`;
}

/** One row for each client beside the first. */
export function laneRows(context: ViewContext, others: readonly Way[]): TrafficView['table'] {
  return others.map((way) => {
    const lane = laneOf(context, way);
    const { words } = context;
    const own = ['rule', 'address', 'endpoint', 'client'] as const;
    const decided = own.map((stage) => because(context, way, stage)).find(({ decidedBy }) => decidedBy.length > 0);
    const place = decided?.place;
    return {
      id: `client ${lane.id}` as const,
      step: words.traffic.anotherClient(lane.client.title),
      result: lineOf(context, way, lane),
      decidedBy: decided?.decidedBy ?? [words.sees[way.verdict.outcome][1]],
      tone: way.reached.length > 0 && !way.reached.every(({ ending }) => ending) ? 'good' : 'bad',
      ...(place ? { place } : {}),
    };
  });
}

function lineOf({ words }: ViewContext, { reached }: Way, lane: PictureLane): Words {
  const parts: Words[] = [
    [lane.client.detail],
    lane.name === '' ? [] : [code(lane.name)],
    lane.address ? [code(lane.address.text)] : [],
    lane.rule ? [[lane.rule.title, lane.rule.detail, ...lane.rule.notes].join(' · ')] : [],
    lane.summary === '' ? [] : [lane.summary],
    ...(reached.length > drawnLimit
      ? [[words.traffic.endpoints(reached.length)]]
      : reached.map(
          ({ title, detail, share, ending }): Words =>
            say`${code(title)} ${[share ? fraction(share) : '', detail, ending ?? ''].filter(Boolean).join(' · ')}`,
        )),
    lane.endingWord === '' ? [] : [strong(lane.endingWord)],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [words.entries, ...part]));
}
