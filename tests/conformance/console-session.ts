/** The recorded kubectl session: its commands, its files and what its cluster drew at random. */
import { readFileSync } from 'node:fs';
import type { Allocator } from '../../src/sim/allocator/allocator.ts';
import { derivedAllocator } from '../../src/sim/allocator/derived.ts';
import { recordedAllocator, type Allocations } from '../../src/sim/allocator/recorded.ts';

/** One command of the session and what kubectl answered. */
export interface ConsoleEntry {
  readonly group: string;
  /** The words after `kubectl`. */
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** `namespace name address` of every pod after the command; absent in groups that only read. */
  readonly pods?: readonly string[];
}

const folder = new URL('./corpus/console/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** All commands, in order. Throws if the recording is not there. */
export function readSession(): readonly ConsoleEntry[] {
  return JSON.parse(read('answers.json')) as readonly ConsoleEntry[];
}

/** The files that the session's `-f` names. */
export const sessionFiles: ReadonlyMap<string, string> = new Map(
  ['console.yaml', 'change.yaml'].map((name) => [name, read(name)]),
);

/** A pod of the recording; without `address`: it has no node. */
export interface SessionPod {
  readonly namespace: string;
  readonly name: string;
  readonly address?: string;
}

/** The pods that are there after the entry at `index`; before the first list the pods of that list. */
export function podsAfter(entries: readonly ConsoleEntry[], index: number): readonly SessionPod[] {
  const lines = entries.slice(index).find(({ pods }) => pods)?.pods ?? [];
  return lines.map((line) => {
    const [namespace = '', name = '', address = '<none>'] = line.split(' ');
    return { namespace, name, ...(address !== '<none>' && { address }) };
  });
}

/** Makes the allocator of the state that the entry at an index leaves, from values read off the outputs. */
export function sessionAllocator(entries: readonly ConsoleEntry[]): (index: number) => Allocator {
  const rows = entries.flatMap(({ args, stdout }) => rowsOf(args, stdout));
  const all: Allocations = {
    clusterIPs: gather(rows, ({ name, cells }) => [name, cells.get('CLUSTER-IP')]),
    sliceNames: gather(rows, ({ name, cells }) => [
      name.replace(/-[^-]*$/, ''),
      cells.has('ADDRESSTYPE') ? name.replace(/^.*\//, '') : undefined,
    ]),
    replicaSets: gather(
      entries.flatMap((_, i) => podsAfter(entries, i)),
      replicaSetOf,
    ),
  };
  const nodePorts = new Map(rows.flatMap(nodePortsOf));
  return (index) => {
    const recorded = recordedAllocator([{ ...all, ...podDraws(podsAfter(entries, index)) }])(0);
    const derived = derivedAllocator(0);
    const nodePort: Allocator['nodePort'] = (namespace, service, port, taken) =>
      nodePorts.get(`${namespace}/${service} ${port.port}`) ?? derived.nodePort(namespace, service, port, taken);
    return { ...recorded, nodePort };
  };
}

interface Row {
  /** `namespace/name`. */
  readonly name: string;
  /** By heading. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Rows of the tables in an output. */
function rowsOf(args: readonly string[], stdout: string): readonly Row[] {
  const given = args.includes('-n') ? args[args.indexOf('-n') + 1] : 'default';
  const rows: Row[] = [];
  let headings: readonly string[] = [];
  for (const line of stdout.split('\n')) {
    const words = line.split(/ {2,}/);
    if (/^(NAMESPACE +)?NAME +/.test(line)) headings = words;
    else if (words.length > 1) {
      const cells = new Map(headings.map((heading, i) => [heading, words[i] ?? '']));
      rows.push({ name: `${cells.get('NAMESPACE') ?? given}/${cells.get('NAME')?.replace(/^.*\//, '')}`, cells });
    } else headings = [];
  }
  return rows;
}

/** Each key with its different values in order. */
function gather<T>(
  list: readonly T[],
  entry: (item: T) => readonly [string, string | undefined],
): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, value] of list.map(entry))
    if (value !== undefined) found.set(key, (found.get(key) ?? new Set()).add(value));
  return Object.fromEntries([...found].map(([key, values]) => [key, [...values]]));
}

/** `web-5bc4cbc55d-925sh` → `default/web` and `web-5bc4cbc55d`. */
function replicaSetOf({ namespace, name }: SessionPod): readonly [string, string | undefined] {
  const [, set, deployment] = /^((.+)-[a-z0-9]+)-[a-z0-9]{5}$/.exec(name) ?? [];
  return [`${namespace}/${deployment}`, set];
}

/** Node ports by `namespace/service port`. */
function nodePortsOf({ name, cells }: Row): readonly (readonly [string, number])[] {
  const pairs = [...(cells.get('PORT(S)') ?? '').matchAll(/(\d+):(\d+)\//g)];
  return pairs.map(([, port, nodePort]) => [`${name} ${port}`, Number(nodePort)] as const);
}

/** Names, numbers and survivors among the pods. */
function podDraws(pods: readonly SessionPod[]): Allocations {
  const keyed = pods.map((pod) => ({ ...pod, key: `${pod.namespace}/${pod.name}` }));
  const placed = keyed.flatMap(({ key, address }) =>
    address === undefined ? [] : [[key, Number(address.split('.')[3]) - 10] as const],
  );
  return {
    podNames: gather(keyed, (pod) => [replicaSetOf(pod)[0], pod.name]),
    podNumbers: Object.fromEntries(placed),
    podUIDs: Object.fromEntries(
      keyed.map(({ key }) => [key, derivedAllocator(0).uid('Pod', ...(key.split('/') as [string, string]))]),
    ),
  };
}
