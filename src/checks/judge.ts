/** Checks of an exercise, judged on what the cluster does: endpoints, answers, verdicts; never on the text. */
import { connect, lookup, parsePath, type Simulation, type State } from '../sim/core.ts';
import type { Check, CheckResult, Observed } from './checks.ts';
import { canonical, parseTarget, readyEndpoints, splitName, storedObject, valueBelow } from './observe.ts';

type CheckOf<Key extends string> = Extract<Check, Readonly<Record<Key, unknown>>>;

/**
 * One result for each check, in order. `start`: the exercise untouched, for `unchanged`, which fails without it. A check of a
 * state that is not there fails and has observed nothing.
 */
export function judge(simulation: Simulation, checks: readonly Check[], start?: Simulation): readonly CheckResult[] {
  return checks.map((check) => {
    const state = simulation.states.at('state' in check && check.state !== undefined ? check.state : -1);
    if (!state) return { passed: false, check, observed: [], found: { kind: 'nothing' } };
    const { passed, found } = judgeOne(simulation, state, check, start?.states.at(-1));
    return { passed, check, found, observed: textsOf(found) };
  });
}

interface Judged {
  readonly passed: boolean;
  readonly found: Observed;
}

function judgeOne(simulation: Simulation, state: State, check: Check, start: State | undefined): Judged {
  if ('endpoints' in check) return judgeEndpoints(state, check);
  if ('object' in check) return judgeObject(state, check);
  if ('dns' in check) return judgeDns(state, check);
  if ('traffic' in check) return judgeTraffic(state, check);
  if ('problems' in check) return judgeProblems(simulation, state);
  return judgeUnchanged(state, check, start);
}

/** What is observed, as texts: endpoints, answers, words of the tools. */
function textsOf(found: Observed): readonly string[] {
  switch (found.kind) {
    case 'nothing':
      return [];
    case 'dns':
      return found.answer.length > 0 ? found.answer : [found.rcode];
    case 'traffic':
      return [found.outcome, ...found.endpoints, ...(found.source ? [found.source] : [])];
    case 'problems':
      return found.messages;
    case 'endpoints':
    case 'object':
    case 'changed':
      return found.values;
  }
}

function judgeEndpoints(state: State, { endpoints }: CheckOf<'endpoints'>): Judged {
  const ready = readyEndpoints(state, endpoints.service);
  const { namespace } = splitName(endpoints.service);
  const pods = ready.map(({ pod, address }) => (pod === undefined ? address : pod.replace(`${namespace}/`, '')));
  if (endpoints.pods) {
    const wanted = endpoints.pods.map((pod) => pod.replace(new RegExp(`^${namespace}/`), ''));
    return { passed: sameSet(pods, wanted), found: { kind: 'endpoints', values: unique(pods) } };
  }
  const addresses = ready.map(({ address }) => address);
  const passed = endpoints.ready
    ? sameSet(addresses, endpoints.ready)
    : endpoints.count === undefined || new Set(ready.map(({ ip }) => ip)).size === endpoints.count;
  return { passed, found: { kind: 'endpoints', values: unique(addresses) } };
}

function judgeObject(
  state: State,
  { object: { endpoints, service, subsets, path, equals } }: CheckOf<'object'>,
): Judged {
  const [kind, name] = service === undefined ? ['Endpoints', endpoints ?? ''] : ['Service', service];
  const stored = storedObject(state, { kind, ...splitName(name) });
  const shown = (value: unknown): Observed => ({
    kind: 'object',
    values: value === undefined ? [] : [typeof value === 'string' ? value : canonical(value)],
  });
  if (path !== undefined) {
    const value = valueBelow(stored, parsePath(path));
    return { passed: canonical(value) === canonical(equals), found: shown(value) };
  }
  if (subsets === undefined)
    return { passed: stored !== undefined, found: shown(stored === undefined ? undefined : `${kind}/${name}`) };
  const list = valueBelow(stored, ['subsets']);
  const count = stored === undefined ? undefined : Array.isArray(list) ? list.length : 0;
  return { passed: count === subsets, found: shown(count) };
}

function judgeDns(state: State, { dns }: CheckOf<'dns'>): Judged {
  const { type, ns } = dns;
  const reply = lookup(state, dns.q === undefined ? { host: dns.host ?? '', type, ns } : { q: dns.q, type, ns });
  const noData = reply.result === 'NODATA' || (reply.rcode === 'NOERROR' && reply.answer.length === 0);
  const rcode = noData ? 'NODATA' : reply.rcode;
  const wantsCode = dns.rcode === undefined || dns.rcode === rcode;
  const squeezed = (line: string): string => line.trim().replace(/\s+/g, ' ');
  const passed = wantsCode && (!dns.answer || sameSet(reply.answer.map(squeezed), dns.answer.map(squeezed)));
  return { passed, found: { kind: 'dns', rcode, answer: reply.answer } };
}

function judgeTraffic(state: State, { traffic }: CheckOf<'traffic'>): Judged {
  const { from, to, proto, outcome, endpoints, source } = traffic;
  const verdict = connect(state, { from, to, ...(proto ? { proto } : {}) });
  const reached = verdict.reached.filter((end) => end.outcome === verdict.outcome).map(({ endpoint }) => endpoint);
  const passed =
    verdict.outcome === outcome &&
    (!endpoints || sameSet(reached, endpoints)) &&
    (source === undefined || verdict.source === source);
  const found = {
    kind: 'traffic',
    outcome: verdict.outcome,
    endpoints: unique(reached),
    ...(verdict.source ? { source: verdict.source } : {}),
  } as const;
  return { passed, found };
}

/** Errors of the state's text and of the header; a command that failed without a place counts, too. */
function judgeProblems({ scene }: Simulation, state: State): Judged {
  const errors = [...state.problems, ...scene.problems].filter(({ severity }) => severity === 'error');
  const failed = errors.length === 0 && state.apply && state.apply.code !== 0 ? [state.apply.stderr.trim()] : [];
  const messages = unique([...errors.map(({ message, code }) => message || code), ...failed]);
  return { passed: messages.length === 0, found: { kind: 'problems', messages } };
}

function judgeUnchanged(state: State, { unchanged }: CheckOf<'unchanged'>, start: State | undefined): Judged {
  const changed = unchanged.filter((entry) => {
    const [target = '', path] = entry.trim().split(/\s+/, 2);
    const ref = parseTarget(target);
    if (!ref || !start) return true;
    const [before, after] = [start, state].map((at) => {
      const object = storedObject(at, ref);
      return path === undefined ? withoutOwn(object) : valueBelow(object, parsePath(path));
    });
    return canonical(before) !== canonical(after);
  });
  return { passed: changed.length === 0, found: { kind: 'changed', values: changed } };
}

/** Fields that nobody types: they follow from the others, or from how often the object was written. */
function withoutOwn(object: unknown): unknown {
  if (typeof object !== 'object' || object === null) return object;
  const { status: _, metadata, ...rest } = object as Readonly<Record<string, unknown>>;
  const {
    uid: _uid,
    generation: _generation,
    annotations,
    ...kept
  } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  const typed = Object.entries((annotations ?? {}) as Readonly<Record<string, unknown>>).filter(
    ([key]) =>
      key !== 'kubectl.kubernetes.io/last-applied-configuration' && !key.startsWith('endpoints.kubernetes.io/'),
  );
  return { ...rest, metadata: kept, annotations: typed };
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

function sameSet(found: readonly string[], wanted: readonly string[]): boolean {
  const [a, b] = [unique(found), unique(wanted)];
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
