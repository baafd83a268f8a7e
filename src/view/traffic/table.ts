/** The way as a table: the picture's facts, step by step, with what decided each. */
import type { TrafficReason } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import { namespaceOf } from '../asked.ts';
import { decidingReasons, sentences } from '../dns-view.ts';
import { code, say, strong } from '../say.ts';
import type { PictureModel, Segment, TrafficView, Words } from '../view-models.ts';
import { answerOf, nameModel } from './name-model.ts';
import { fraction } from './summary.ts';
import { drawnLimit, type Way } from './way.ts';

type Row = TrafficView['table'][number];

/** One row for each step of the way that was taken. */
export function tableOf(context: ViewContext, way: Way, picture: PictureModel): TrafficView['table'] {
  return [clientRow, nameRow, addressRow, ruleRow, endpointRow, notReachedRow, sourceRow, seesRow].flatMap(
    (row) => row(context, way, picture) ?? [],
  );
}

const stages = {
  client: ['SourceUnknown', 'TargetUnreadable'],
  address: [
    'AddressTyped',
    'NodeNamed',
    'AddressWithoutRule',
    'AddressUnallocated',
    'NotRoutedOutside',
    'NobodyOwnsAddress',
    'ServicePortMatched',
    'ServicePortNotFound',
    'NodePortMatched',
    'LoadBalancerIPMatched',
    'ExternalIPMatched',
    'HealthCheck',
  ],
  rule: [
    'SourceRangeForbids',
    'NoSlices',
    'SlicePortDiffers',
    'SliceWithoutPorts',
    'SliceFamilyDiffers',
    'NoneReady',
    'SliceStillFiled',
    'NoLocalEndpoints',
    'InternalPolicyLocal',
    'ExternalPolicyLocal',
    'ExternalPolicyFromInside',
    'HintsForNode',
    'HintsForZone',
    'HintsIgnored',
    'TerminatingServe',
    'SessionAffinity',
    'EndpointChosen',
  ],
  endpoint: [
    'AliasUnresolved',
    'HeadlessDirect',
    'EndpointIsServiceAddress',
    'PodAnswers',
    'PodRefuses',
    'NodeAnswers',
    'NodeRefuses',
    'NobodyThere',
    'OutsideAnswers',
    'OutsideRefuses',
    'OutsideSilent',
    'OutsideWrongHost',
    'OutsideWrongCertificate',
    'OutsideAdvertises',
  ],
  source: ['SourceKept', 'SourceChanged', 'Hairpin'],
} as const satisfies Readonly<Record<string, readonly TrafficReason['code'][]>>;

/** The reasons of a step in words, each sentence once; and the line of the first that has one. */
export function because(
  context: ViewContext,
  way: Way,
  stage: keyof typeof stages,
): Pick<Row, 'decidedBy'> & Partial<Pick<Row, 'place'>> {
  const codes: readonly TrafficReason['code'][] = stages[stage];
  const reasons = way.verdict.reasons.filter(({ code: found }) => codes.includes(found));
  const seen = new Set<string>();
  const words: Segment[] = [];
  for (const reason of reasons) {
    const sentence = context.reasons.traffic[reason.code](reason);
    const key = JSON.stringify(sentence);
    if (seen.has(key) || seen.size === 3) continue;
    if (seen.size > 0 && context.language === 'en') words.push(' ');
    seen.add(key);
    words.push(...sentence);
  }
  const place = reasons.map(({ object, path }) => context.places.of(object, path)).find(Boolean);
  return { decidedBy: words, ...(place ? { place } : {}) };
}

function clientRow(context: ViewContext, way: Way): Row | undefined {
  const { client, verdict } = way;
  const failed = verdict.outcome === 'NOSOURCE' || verdict.reasons[0]?.code === 'TargetUnreadable';
  const result = say`${strong(client.title)} ${client.detail}`;
  const own = because(context, way, 'client');
  const { traffic } = context.words;
  const resolves = client.outside ? traffic.outsideClient : traffic.resolvesIn(namespaceOf(way.probe.from));
  return {
    id: 'client',
    step: context.words.traffic.steps.client,
    result,
    ...own,
    decidedBy: own.decidedBy.length > 0 ? own.decidedBy : [resolves],
    tone: failed ? 'bad' : 'plain',
  };
}

function nameRow(context: ViewContext, way: Way): Row | undefined {
  const { words, places } = context;
  const { verdict } = way;
  const name = nameModel(context, way);
  if (!name || !verdict.dns) return undefined;
  const tags = name.tags.flatMap((tag, i): Words => (i === 0 ? [code(tag)] : [' → ', code(tag)]));
  const lines = name.found
    ? say`${code(verdict.dns.name)} ${answerOf(context, verdict)}`
    : name.captions.flatMap(({ text, rcode = '' }, i): Words => [
        ...(i === 0 ? [] : [words.items]),
        code(text),
        ' ',
        strong(rcode),
      ]);
  const reasons = decidingReasons(verdict.dns);
  const place = reasons.map(({ object, path }) => places.of(object, path)).find(Boolean);
  return {
    id: 'name',
    step: words.traffic.steps.name,
    result: [...tags, words.colon, ...lines],
    decidedBy: sentences(context, reasons),
    tone: name.found ? 'good' : 'bad',
    ...(place ? { place } : {}),
  };
}

function addressRow(context: ViewContext, way: Way): Row | undefined {
  const { address, direct } = way;
  const { traffic } = context.words;
  if (!address && direct)
    return {
      id: 'address',
      step: traffic.steps.address,
      result: [[direct.title, direct.detail].join(context.words.comma)],
      decidedBy: [way.verdict.cname ? traffic.aliasWhy : traffic.headlessWhy],
      tone: 'plain',
    };
  if (!address) return undefined;
  const tone = way.verdict.outcome === 'NOROUTE' ? 'bad' : 'plain';
  const result = say`${code(address.text)} ${[address.title, address.detail].filter(Boolean).join(context.words.comma)}`;
  return {
    id: 'address',
    step: context.words.traffic.steps.address,
    result,
    ...because(context, way, 'address'),
    tone,
  };
}

function ruleRow(context: ViewContext, way: Way): Row | undefined {
  const { words } = context;
  const { rule, verdict, reached } = way;
  if (!rule) return undefined;
  const refused = reached.length === 0 && (verdict.outcome === 'REJECT' || verdict.outcome === 'DROP');
  const own = because(context, way, 'rule');
  const { place, decidedBy } = own.decidedBy.length > 0 ? own : because(context, way, 'address');
  const text = [rule.detail, ...rule.notes].join(' · ');
  return {
    id: 'rule',
    step: words.traffic.steps.ruleOn(rule.node),
    result: refused ? say`${strong(verdict.outcome)}${words.comma}${text}` : [text],
    decidedBy: [
      ...decidedBy,
      ...(verdict.affinity ? words.traffic.affinity(verdict.affinity.timeoutSeconds) : []),
      ...emptyNodes(context, way),
    ],
    tone: refused ? 'bad' : 'plain',
    ...(place ? { place } : {}),
  };
}

/** Nodes that a client outside may come to and that lead nowhere. */
function emptyNodes({ words }: ViewContext, { verdict, reached }: Way): Words {
  const empty = Object.entries(verdict.perNode ?? {}).flatMap(([node, { endpoints }]) =>
    endpoints.length === 0 ? [node] : [],
  );
  return reached.length > 0 && empty.length > 0 ? words.traffic.inOneNode(empty.join(words.items)) : [];
}

function endpointRow(context: ViewContext, way: Way, picture: PictureModel): Row | undefined {
  const { words } = context;
  const { reached, verdict } = way;
  if (reached.length === 0) return undefined;
  const result =
    reached.length > drawnLimit
      ? [
          words.traffic.blocks(
            reached.length,
            picture.blockShare ? fraction(picture.blockShare) : '',
            picture.blocks.map(({ title, dots }) => `${title} (${dots.length})`).join(words.items),
          ),
        ]
      : reached.flatMap(({ title, detail, share, ending }, i): Words => [
          ...(i === 0 ? [] : [words.entries]),
          code(title),
          ` ${[detail, share ? fraction(share) : ''].filter(Boolean).join(' · ')}`,
          ...(ending ? [' ', strong(ending)] : []),
        ]);
  const own = because(context, way, 'endpoint');
  const { decidedBy, place } = own.decidedBy.length > 0 ? own : because(context, way, 'rule');
  return {
    id: 'endpoint',
    step: words.traffic.steps.endpoint,
    result,
    decidedBy,
    tone: reached.every(({ ending }) => ending) ? 'bad' : verdict.outcome === 'CNAME' ? 'plain' : 'good',
    ...(place ? { place } : {}),
  };
}

function notReachedRow(context: ViewContext, way: Way): Row | undefined {
  const shown = way.reached.length > drawnLimit ? [] : way.notReached.slice(0, drawnLimit - way.reached.length);
  if (shown.length === 0) return undefined;
  const result = shown.flatMap(({ title, detail }, i): Words => [
    ...(i === 0 ? [] : [context.words.entries]),
    code(title),
    ` ${detail}`,
  ]);
  return {
    id: 'not-reached',
    step: context.words.traffic.steps.notUsed,
    result,
    decidedBy: [context.words.traffic.noShare],
    tone: 'plain',
  };
}

function sourceRow(context: ViewContext, way: Way): Row | undefined {
  const { words } = context;
  const { source, seenFrom = [] } = way.verdict;
  if (!source) return undefined;
  const addresses = seenFrom.flatMap((ip, i): Words => (i === 0 ? [code(ip)] : [words.items, code(ip)]));
  return {
    id: 'source',
    step: words.traffic.steps.source,
    result: [words.traffic.sourceWord[source], words.colon, ...addresses],
    ...because(context, way, 'source'),
    tone: 'plain',
  };
}

function seesRow({ words }: ViewContext, { verdict }: Way): Row {
  const { outcome } = verdict;
  const [sees, why] = words.sees[outcome];
  const good = outcome === 'ENDPOINTS' || outcome === 'HTTP 200';
  return {
    id: 'sees',
    step: words.traffic.steps.sees,
    result: outcome === 'ENDPOINTS' ? [sees] : say`${strong(sees)} · ${words.outcome[outcome]}`,
    decidedBy: [why],
    tone: good ? 'good' : 'bad',
  };
}
