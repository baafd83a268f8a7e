/** The header's mapping → world and questions. */
import type { Family, Json } from '../api/objects.ts';
import type { DnsQuestion, TrafficProbe } from '../api/questions.ts';
import { formatPath } from '../yaml/field-path.ts';
import type { ExternalHost, NodeIntent, PodIntent, World } from '../api/world.ts';
import {
  anything,
  fieldsOf,
  flag,
  integer,
  listOf,
  oneOf,
  recordOf,
  text,
  type Check,
  type Fault,
} from './check-fields.ts';

const families = ['IPv4', 'IPv6'] as const;
const port = integer(1, 65535);
const texts = listOf(text);

export const podIntent: Check<PodIntent> = fieldsOf<PodIntent>({
  phase: oneOf(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
  ready: flag,
  ip: text,
  ips: texts,
  node: text,
  terminating: flag,
  listens: listOf(port),
});

export const nodeIntent: Check<NodeIntent> = fieldsOf<NodeIntent>({ zone: text, ready: flag });

const externalHost: Check<ExternalHost> = fieldsOf<ExternalHost>({
  addresses: texts,
  ports: listOf(port),
  serves: texts,
  certificate: texts,
  says: text,
  refuses: flag,
  silent: flag,
  advertises: texts,
});

interface ClusterFields {
  readonly families?: readonly Family[];
  readonly nodes?: Readonly<Record<string, NodeIntent>>;
  readonly external?: Readonly<Record<string, ExternalHost>>;
}

const cluster: Check<ClusterFields> = fieldsOf<ClusterFields>({
  families: listOf(oneOf(families)),
  nodes: recordOf(nodeIntent),
  external: recordOf(externalHost),
});

interface QuestionFields {
  readonly q?: string;
  readonly host?: string;
  readonly type?: string;
  readonly ns?: string;
  readonly pod?: string;
}

const questionFields = fieldsOf<QuestionFields>({ q: text, host: text, type: text, ns: text, pod: text });

/** Without `type` an A record is asked for, without `ns` from namespace default. */
const dnsQuestion: Check<DnsQuestion> = (value, path, faults) => {
  const fields = questionFields(value, path, faults);
  if (!fields) return undefined;
  const { q, host, type = 'A', ns = 'default', pod } = fields;
  if (q !== undefined) return { q, type, ns };
  if (host !== undefined) return { host, type, ns, ...(pod !== undefined && { pod }) };
  faults.push({ fault: 'Missing', path: formatPath([...path, 'q']), wanted: 'q, host' });
  return undefined;
};

const trafficProbe: Check<TrafficProbe> = fieldsOf<TrafficProbe>(
  {
    from: text,
    to: text,
    proto: oneOf(['TCP', 'UDP', 'SCTP']),
    family: oneOf(families),
    times: integer(1, 1000),
  },
  ['from', 'to'],
);

interface HeaderFields {
  readonly title?: string;
  readonly exercises?: unknown;
  readonly refused?: unknown;
  readonly parses?: unknown;
  readonly since?: unknown;
  readonly cluster?: ClusterFields;
  readonly pods?: Readonly<Record<string, PodIntent>>;
  readonly dns?: readonly DnsQuestion[];
  readonly probes?: readonly TrafficProbe[];
  readonly kubectl?: readonly string[];
}

const headerChecks = {
  title: text,
  exercises: anything,
  refused: anything,
  parses: anything,
  since: anything,
  cluster,
  pods: recordOf(podIntent),
  dns: listOf(dnsQuestion),
  probes: listOf(trafficProbe),
  kubectl: texts,
};

const header = fieldsOf<HeaderFields>(headerChecks);

/** The keys a header may have, in the order in which they are written. */
export const headerKeys: readonly string[] = Object.keys(headerChecks);

export interface HeaderData {
  readonly title: string;
  readonly world: World;
  readonly dns: readonly DnsQuestion[];
  readonly probes: readonly TrafficProbe[];
  readonly kubectl: readonly string[];
}

/** What a header says; everything in it that is wrong counts as not written. */
export function readHeader(value: Json, faults: Fault[]): HeaderData {
  const fields = header(value, [], faults) ?? {};
  return {
    title: fields.title ?? '',
    world: worldFrom(fields),
    dns: fields.dns ?? [],
    probes: fields.probes ?? [],
    kubectl: fields.kubectl ?? [],
  };
}

function worldFrom({ cluster: changes = {}, pods }: HeaderFields): World {
  return {
    families: changes.families && changes.families.length > 0 ? changes.families : ['IPv4'],
    nodes: overlay(defaultNodes, changes.nodes ?? {}),
    nodesDeclared: changes.nodes !== undefined,
    pods: pods ?? (Object.create(null) as Record<string, never>),
    external: changes.external ?? (Object.create(null) as Record<string, never>),
  };
}

const defaultNodes: Readonly<Record<string, NodeIntent>> = {
  'node-a': { zone: 'zone-a', ready: true },
  'node-b': { zone: 'zone-b', ready: true },
  'node-c': { zone: 'zone-c', ready: true },
};

/** Entries laid over others, field by field; new ones come last. The result has no prototype. */
export function overlay<T extends object>(
  below: Readonly<Record<string, T>>,
  above: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const result = Object.create(null) as Record<string, T>;
  for (const [key, value] of Object.entries(below)) result[key] = value;
  for (const [key, value] of Object.entries(above)) result[key] = { ...result[key], ...value };
  return result;
}
