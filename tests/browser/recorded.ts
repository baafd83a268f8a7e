/** Recorded answers of a real cluster as the lab should show them: draws by their role, ages as 10s, an upstream that knows nothing. */
import { readFileSync } from 'node:fs';
import type { Json } from '../../src/sim/api/objects.ts';
import { simulate, type Outcome } from '../../src/sim/index.ts';
import { allocationsOf } from '../conformance/allocations-of.ts';
import {
  corpus,
  readCase,
  type RecordedAllocations,
  type RecordedDns,
  type RecordedState,
  type RecordedTraffic,
} from '../conformance/answers.ts';
import { comparableText } from '../conformance/compare/texts.ts';
import { roleReplacer } from '../conformance/compare/roles.ts';
import type { DnsShown } from './lab.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

export const readScene = (id: string): string => readFileSync(`${corpus}/scenes/${id}.yaml`, 'utf8');

/** The recorded states of a scene, each with the draws of the states before it: lists still name Pods that are gone. */
export function readStates(id: string): readonly RecordedState[] {
  const { states } = readCase(`${corpus}/answers`, id);
  const drawn = withEarlier(states.map(({ allocations }) => allocations ?? {}));
  return states.map((state) => ({ ...state, allocations: drawn[state.index] ?? {} }));
}

/** What the lab draws for each state of a scene, and drew before. */
export const drawnFor = (scene: string): readonly RecordedAllocations[] =>
  withEarlier(simulate(scene).states.map(({ cluster }) => allocationsOf(cluster)));

function withEarlier(drawn: readonly RecordedAllocations[]): readonly RecordedAllocations[] {
  let known: RecordedAllocations = {};
  return drawn.map((now) => {
    const { podNames, podNumbers, podUIDs, replicaSets } = known;
    known = {
      ...now,
      podNames: joined(podNames, now.podNames),
      podNumbers: { ...podNumbers, ...now.podNumbers },
      podUIDs: { ...podUIDs, ...now.podUIDs },
      replicaSets: joined(replicaSets, now.replicaSets),
    };
    return known;
  });
}

function joined(before: Lists = {}, now: Lists = {}): Lists {
  const owners = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    owners.map((owner) => [owner, [...new Set([...(before[owner] ?? []), ...(now[owner] ?? [])])]]),
  );
}

/** A text with draws by their role, as lines in any order; every age is 10s. */
export function textWithRoles(text: string, drawn: RecordedAllocations | undefined): readonly string[] {
  const aged = text.replace(/(?<=\s)(?:\d+[smhd])+(?=\s|$)/g, '10s');
  return comparableText(String(roleReplacer(drawn)(aged)));
}

/** A recorded command with the names that the lab draws in place of the recorded ones. */
export function commandHere(
  command: string,
  recorded: RecordedAllocations = {},
  here: RecordedAllocations = {},
): string {
  const names = new Map(
    Object.entries(recorded.sliceNames ?? {}).flatMap(([service, slices]) =>
      slices.map((name, i) => [name, here.sliceNames?.[service]?.[i] ?? name] as const),
    ),
  );
  return command.replace(/\S+/g, (word) => names.get(word) ?? word);
}

/** One recorded answer as the DNS panel shows it. */
export function dnsExpected(recorded: RecordedDns, drawn: RecordedAllocations | undefined): DnsShown {
  const answer = { ...recorded, ...(recorded['emptyUpstream'] as Partial<RecordedDns> | undefined) };
  const { q } = answer as { readonly q?: string };
  const queries = (answer.queries ?? [{ q: q ?? '', rcode: answer.rcode, answers: answer.answer.length }]) as readonly {
    readonly q: string;
    readonly rcode: string;
    readonly answers: number;
  }[];
  return withRoles(
    {
      tries: queries.map(({ q: name, rcode, answers }) => [
        name,
        rcode === 'NOERROR' && answers === 0 ? 'NODATA' : rcode,
      ]),
      records: answer.answer,
      authority: answer.authority,
      additional: answer.additional,
    },
    drawn,
  );
}

/** What the DNS panel shows, draws by their role and records in any order. */
export function withRoles(shown: DnsShown, drawn: RecordedAllocations | undefined): DnsShown {
  const replaced = roleReplacer(drawn)(shown as unknown as Json) as unknown as DnsShown;
  return { ...replaced, records: [...replaced.records].sort(), additional: [...replaced.additional].sort() };
}

/** The outcome where an upstream knows nothing: an alias that leads out ends there. */
export const outcomeHere = ({ outcome }: RecordedTraffic): Outcome =>
  outcome === 'CNAME' ? 'NXDOMAIN' : (outcome as Outcome);

/** `kubectl get ep NAME` read off the recorded list of everything, columns squeezed; or that there is none. */
export function endpointsExpected(state: RecordedState, namespace: string, name: string): readonly string[] {
  const all = state.kubectl['get svc,endpoints,endpointslices -A'] ?? '';
  const row = all
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([ns, object]) => ns === namespace && object === `endpoints/${name}`);
  if (!row) return textWithRoles(`Error from server (NotFound): endpoints "${name}" not found`, {});
  return textWithRoles(`NAME ENDPOINTS AGE\n${[name, ...row.slice(2)].join(' ')}`, state.allocations);
}
