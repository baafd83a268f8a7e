/** `kubectl expose`. */
import { goQuote } from '../api/go-text.ts';
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { createObject } from './create-object.ts';
import { notFound } from '../apiserver/statuses.ts';
import { plainError, statusError } from './errors.ts';
import { fieldAt, listAt, textAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import { readMap } from './read-map.ts';
import { findObject, findTargets, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'name', type: 'text' },
  { name: 'port', type: 'text' },
  { name: 'target-port', type: 'text' },
  { name: 'protocol', type: 'text' },
  { name: 'type', type: 'text' },
  { name: 'selector', type: 'text' },
  { name: 'labels', short: 'l', type: 'text' },
  { name: 'cluster-ip', type: 'text' },
  { name: 'external-ip', type: 'text' },
  { name: 'load-balancer-ip', type: 'text' },
  { name: 'session-affinity', type: 'text' },
];

/** `argv` starts after `expose`. Models kubectl/pkg/cmd/expose, v1.36. */
export function runExpose(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'expose'));
  const found = findTargets(cluster, line.args, { namespace: line.namespace });
  if (!found.ok) return usageFailure(cluster, found.error);
  const run = new CommandRun(cluster, context, line);
  for (const target of found.targets) exposeTarget(run, target, line);
  return run.finish();
}

function exposeTarget(run: CommandRun, target: Target, line: CommandLine): void {
  const { kind, name } = target;
  const object = findObject(run.cluster, target);
  if (!object) return void run.errors.push(statusError(notFound(kind, name), kind.kind, name));
  if (!exposable.has(kind.kind))
    return void run.errors.push(
      plainError(`cannot expose a ${kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`}`),
    );
  const refuse = (message: string): void => void run.errors.push(plainError(message));
  const typed = line.text('selector') ?? '';
  const found = typed === '' ? selectorOf(object) : {};
  if (typeof found === 'string')
    return refuse(`couldn't retrieve selectors via --selector flag or introspection: ${found}`);
  const asked = portsAsked(object, line);
  if (asked === '' && line.text('cluster-ip') !== 'None')
    return refuse("couldn't find port via --port flag or introspection");
  const selector = typed === '' ? found : readMap(typed);
  if (typeof selector === 'string') return refuse(selector);
  const typedLabels = line.text('labels') ?? '';
  const labels = typedLabels === '' ? object.metadata.labels : readMap(typedLabels);
  if (typeof labels === 'string') return refuse(labels);
  const ports = servicePorts(asked, protocolsOf(object), line);
  if (typeof ports === 'string') return refuse(ports);
  const affinity = line.text('session-affinity') ?? 'None';
  if (affinity !== 'None' && affinity !== 'ClientIP') return refuse(`unknown session affinity: ${affinity}`);
  const extras = { type: 'type', 'cluster-ip': 'clusterIP', 'session-affinity': 'sessionAffinity' };
  const spec = new Map<string, Json>([
    ['selector', selector],
    ...(ports.length > 0 ? [['ports', ports] as const] : []),
  ]);
  for (const [flag, field] of Object.entries(extras)) {
    const value = line.text(flag);
    if (value !== undefined) spec.set(field, value);
  }
  const externalIP = line.text('external-ip');
  if (externalIP !== undefined) spec.set('externalIPs', [externalIP]);
  const metadata: JsonObject = {
    name: line.text('name') || name.slice(0, mostOfAName),
    ...(line.namespaceGiven && { namespace: line.namespace }),
    ...(labels && { labels }),
  };
  const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: Object.fromEntries(spec) };
  createObject(run, service, { verb: 'exposed', namespace: line.namespace });
}

/** A Service is named after the object; kubectl cuts long names. */
const mostOfAName = 63;

const exposable: ReadonlySet<string> = new Set(['Pod', 'Service', 'Deployment', 'ReplicaSet', 'ReplicationController']);

/** Labels by which the Service finds the object's pods; kubectl's words if it has none. */
function selectorOf(object: KubeObject): JsonObject | string {
  const { kind } = object;
  const at = (...path: readonly string[]): JsonObject => (fieldAt(object, ...path) ?? {}) as JsonObject;
  const pick = (labels: JsonObject, missing: string): JsonObject | string =>
    Object.keys(labels).length === 0 ? missing : labels;
  if (kind === 'Pod') return pick(at('metadata', 'labels'), 'the pod has no labels and cannot be exposed');
  if (kind === 'Service') return pick(at('spec', 'selector'), 'the service has no pod selector set');
  if (kind === 'ReplicationController') return at('spec', 'selector');
  const expressions = listAt(object, 'spec', 'selector', 'matchExpressions');
  if (expressions.length > 0 && Object.keys(at('spec', 'selector', 'matchLabels')).length > 0)
    return `couldn't convert expressions - "[${expressions.map(goExpression).join(' ')}]" to map-based selector format`;
  return pick(
    at('spec', 'selector', 'matchLabels'),
    `invalid ${kind.toLowerCase()}: no selectors, therefore cannot be exposed`,
  );
}

/** As Go prints the struct. */
function goExpression(expression: unknown): string {
  const [key, operator] = [textAt(expression, 'key'), textAt(expression, 'operator')];
  return `{Key:${key} Operator:${operator} Values:[${listAt(expression, 'values').join(' ')}]}`;
}

/** Numbers joined by commas: those typed, else each of the object's once. */
function portsAsked(object: KubeObject, line: CommandLine): string {
  return line.text('port') || [...protocolsOf(object).keys()].join(',');
}

/** The protocols of each port of the object, in order. Models multiProtocolsForObject. */
function protocolsOf(object: KubeObject): ReadonlyMap<string, readonly string[]> {
  const path = object.kind === 'Pod' ? ['spec', 'containers'] : ['spec', 'template', 'spec', 'containers'];
  const [ports, field] =
    object.kind === 'Service'
      ? [listAt(object, 'spec', 'ports'), 'port']
      : [listAt(object, ...path).flatMap((container) => listAt(container, 'ports')), 'containerPort'];
  const protocols = new Map<string, readonly string[]>();
  for (const port of ports) {
    const number = textAt(port, field);
    protocols.set(number, [...(protocols.get(number) ?? []), textAt(port, 'protocol') || 'TCP']);
  }
  return protocols;
}

/** Ports of the Service; kubectl's words for what is no number. Models createService. */
function servicePorts(
  asked: string,
  protocols: ReadonlyMap<string, readonly string[]>,
  line: CommandLine,
): readonly JsonObject[] | string {
  const typed = asked === '' ? [] : asked.split(',');
  const target = line.text('target-port') ?? '';
  const ports: JsonObject[] = [];
  for (const [i, text] of typed.entries()) {
    if (!/^[+-]?\d+$/.test(text)) return `strconv.Atoi: parsing ${goQuote(text)}: invalid syntax`;
    const port = Number(text);
    const targetPort = target === '' ? port : /^\d+$/.test(target) ? Number(target) : target;
    const chosen = line.text('protocol') || undefined;
    const all = chosen ? [chosen] : (protocols.get(text) ?? ['TCP']);
    const name = typed.length > 1 ? { name: `port-${i + 1}` } : {};
    for (const protocol of all) {
      const named = all.length > 1 ? { name: `port-${i + 1}-${protocol.toLowerCase()}` } : name;
      ports.push({ ...named, port, protocol, targetPort });
    }
  }
  return ports;
}
