/** Every Service with its verdict, worst first, and what of the text was taken: the way into a team's manifests. */
import { objectIn, serviceVerdict, type Problem, type ServiceVerdict, type State } from '../sim/core.ts';
import { targetOf } from './asked.ts';
import type { ViewContext } from './context.ts';
import { fieldOf, isForeign, problemFixes } from './problem-fixes.ts';
import { say } from './say.ts';
import { fixesOf } from './reason-fixes.ts';
import { shortName } from './services.ts';
import type { Fix, Place, ServiceLine, ServiceRef, ServicesView, Words } from './view-models.ts';

type Outcome = State['outcomes'][number];

/** `lists`: those of the state; `from`: who would call them. */
export function servicesView(context: ViewContext, lists: readonly ServiceRef[], from: string): ServicesView {
  const refused = refusedServices(context);
  const known = new Set(refused.map(({ namespace, name }) => `${namespace}/${name}`));
  const others = lists.filter(({ namespace, name }) => !known.has(`${namespace}/${name}`));
  const all = refused.length + others.length;
  const taken = takenOf(context);
  const listed = all > 1 || (all === 1 && taken.left);
  const ranked = listed ? [...refused, ...others.map((ref) => lineOf(context, ref, from))] : [];
  const lines = ranked.toSorted((a, b) => rank(a) - rank(b));
  return { lines, trouble: lines.filter(({ trouble }) => trouble).length, taken: taken.words };
}

const ranks: Partial<Record<ServiceLine['glyph'], number>> = { error: 0, out: 1, 'not-ready': 2, warning: 2 };

const rank = ({ glyph }: ServiceLine): number => ranks[glyph] ?? 3;

function lineOf(context: ViewContext, ref: ServiceRef, from: string): ServiceLine {
  const { state, serviceWords: words } = context;
  const label = shortName(ref);
  const verdict = serviceVerdict(state, ref.namespace, ref.name);
  if (!verdict) {
    const place = context.places.of({ kind: 'Endpoints', ...ref });
    return { ...ref, label, glyph: 'out', words: words.notServed, trouble: true, fixes: [], ...(place && { place }) };
  }
  const { cause, pod } = verdict;
  const healthy = isHealthy(verdict);
  return {
    ...ref,
    label,
    glyph: glyphOf(verdict),
    words: wordsOf(context, ref, verdict),
    trouble: !healthy,
    fixes: cause && !healthy ? fixesOf(context, cause).slice(0, 2) : [],
    ...placed(context, ref, verdict),
    ...(pod && !healthy && { pod: `${pod.namespace}/${pod.name}` }),
    target: { from, to: targetOf(state, ref, from) },
  };
}

const isHealthy = ({ kind, ready, all, cause }: ServiceVerdict): boolean =>
  kind === 'alias' ? !cause : all > 0 && ready === all;

function glyphOf(verdict: ServiceVerdict): ServiceLine['glyph'] {
  const { kind, ready, all, cause } = verdict;
  if (kind === 'alias') return cause ? 'warning' : 'outside';
  if (isHealthy(verdict)) return kind === 'pods' ? 'ready' : 'ready-outside';
  if (cause?.code === 'NotReady' || cause?.code === 'Terminating') return 'not-ready';
  return all > 0 && ready > 0 ? 'warning' : 'out';
}

/** The field that decides: the cause's own, else the selector, else the Service. */
function placed(context: ViewContext, ref: ServiceRef, { cause }: ServiceVerdict): { readonly place?: Place } {
  const service = { kind: 'Service', ...ref };
  const place =
    (cause && context.places.of(cause.object, cause.path)) ??
    context.places.of(service, 'spec.selector') ??
    context.places.of(service);
  return place ? { place } : {};
}

function wordsOf({ state, serviceWords: words }: ViewContext, ref: ServiceRef, verdict: ServiceVerdict): Words {
  const { kind, ready, all, cause, who } = verdict;
  if (kind === 'noPods') return words.because(words.none, words.noPods);
  const short = cause ? words.cause[cause.code](cause, who) : [];
  if (kind === 'alias') {
    const alias = words.alias(objectIn(state.cluster, 'services', ref.namespace, ref.name)?.spec.externalName ?? '');
    return cause ? words.because(alias, short) : alias;
  }
  if (all === 0) return cause?.code === 'NoSelector' ? short : words.because(words.none, short);
  const count = words.of[kind](ready, all);
  return cause ? words.because(ready === 0 && cause.code !== 'NotReady' ? words.none : count, short) : count;
}

/** Services of the text that the API server did not take. */
function refusedServices(context: ViewContext): readonly ServiceLine[] {
  return context.state.outcomes.flatMap((outcome): ServiceLine[] => {
    const { object, error, verb } = outcome;
    if (object?.kind !== 'Service' || error === undefined || verb) return [];
    const { namespace, name } = object;
    const problem = problemOf(context.state, outcome);
    const place = problem && context.places.inShown(problem.range.start, problem.range.end);
    return [
      {
        namespace,
        name,
        label: shortName(object),
        glyph: 'error',
        words: refusal(context, outcome, problem),
        trouble: true,
        fixes: fixesFor(context, problem),
        ...(place && { place }),
      },
    ];
  });
}

const problemOf = ({ problems }: State, { document, item }: Outcome): Problem | undefined =>
  problems.find(
    (each) =>
      each.document === document &&
      each.severity === 'error' &&
      (item === undefined || (each.path ?? '').startsWith(`items[${item}]`)),
  );

const fixesFor = (context: ViewContext, problem: Problem | undefined): readonly Fix[] =>
  problem ? problemFixes(context, problem).fixes.slice(0, 2) : [];

function refusal({ serviceWords: words }: ViewContext, { status, object }: Outcome, problem?: Problem): Words {
  if (status?.reason === 'NotFound') return words.noNamespace(object?.namespace ?? '');
  const path = problem?.path?.replace(/^items\[\d+\]\./, '') ?? '';
  return path === '' || path === 'kind' ? words.refused : words.refusedFor(path);
}

/**
 * One line: what was taken, what is stored and does nothing, what was refused, what was not read. `left`: something between is of a
 * kind that is not simulated.
 */
function takenOf({ state, serviceWords: words }: ViewContext): { readonly words: Words; readonly left: boolean } {
  const { outcomes, problems, text } = state;
  if (outcomes.length < 2) return { words: [], left: false };
  const idle = new Set(problems.filter(({ code }) => code === 'NotSimulated').map((p) => `${p.document} ${p.path}`));
  const counts = {
    taken: new Map<string, number>(),
    left: new Map<string, number>(),
    refused: new Map<string, number>(),
  };
  let unread = 0;
  for (const outcome of outcomes) {
    const { document, item, object, verb, error } = outcome;
    const kind = object?.kind ?? kindOf(outcome);
    if (kind === undefined) {
      if (error !== undefined) unread += 1;
      continue;
    }
    const path = item === undefined ? 'kind' : `items[${item}].kind`;
    const list = !verb ? counts.refused : idle.has(`${document} ${path}`) ? counts.left : counts.taken;
    list.set(kind, (list.get(kind) ?? 0) + 1);
  }
  // kubectl ends at the first document that is no YAML.
  const rest = text.slice(outcomes.at(-1)?.range.end).split(/^---.*$/m);
  unread += rest.filter((part) => /^[^#\s]/m.test(part)).length;
  const part = (list: ReadonlyMap<string, number>, word: (kinds: string) => Words): Words =>
    list.size === 0 ? [] : word(words.kinds([...list]));
  const line = say`${part(counts.taken, words.taken)}${part(counts.left, words.left)}${part(counts.refused, words.refusedDocuments)}${unread > 0 ? words.unread(unread) : []}`;
  return { words: line, left: counts.left.size > 0 || outcomes.some(isOfOperator) };
}

/** Refused, and of a group that the cluster does not know. */
const isOfOperator = ({ verb, yaml: { value } }: Outcome): boolean =>
  !verb && isForeign(String(fieldOf(value, 'apiVersion')));

/** The kind that a document calls itself, although nobody knows it. */
function kindOf({ yaml: { value } }: Outcome): string | undefined {
  const kind = fieldOf(value, 'kind');
  return typeof kind === 'string' && kind !== '' ? kind : undefined;
}
