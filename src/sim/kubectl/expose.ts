/** `kubectl expose`. */
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { createObject } from './create-object.ts';
import { notFound } from '../apiserver/statuses.ts';
import { plainError, statusError } from './errors.ts';
import { fieldAt, listAt, numberAt, textAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
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
  { name: 'session-affinity', type: 'text' },
];

/** `argv` starts after `expose`. Models kubectl/pkg/cmd/expose, v1.36. */
export function runExpose(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line.error, 'expose'));
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
  const typed = line.text('selector');
  const selector = typed === undefined ? selectorOf(object) : readMap(typed);
  if (typeof selector === 'string')
    return void run.errors.push(
      plainError(`couldn't retrieve selectors via --selector flag or introspection: ${selector}`),
    );
  const ports = portsFor(object, line);
  if (typeof ports === 'string') return void run.errors.push(plainError(ports));
  const labels = line.text('labels') === undefined ? object.metadata.labels : readMap(line.text('labels') ?? '');
  const extras = { type: 'type', 'cluster-ip': 'clusterIP', 'session-affinity': 'sessionAffinity' };
  const spec = new Map<string, Json>([
    ['selector', selector],
    ['ports', ports],
  ]);
  for (const [flag, field] of Object.entries(extras)) {
    const value = line.text(flag);
    if (value !== undefined) spec.set(field, value);
  }
  const externalIP = line.text('external-ip');
  if (externalIP !== undefined) spec.set('externalIPs', [externalIP]);
  const metadata: JsonObject = {
    name: line.text('name') ?? name,
    ...(line.namespaceGiven && { namespace: line.namespace }),
    ...(labels && { labels }),
  };
  const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: Object.fromEntries(spec) };
  createObject(run, service, { verb: 'exposed', namespace: line.namespace });
}

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
  return pick(
    at('spec', 'selector', 'matchLabels'),
    `invalid ${kind.toLowerCase()}: no selectors, therefore cannot be exposed`,
  );
}

/** kubectl's words if no port is known. */
function portsFor(object: KubeObject, line: CommandLine): readonly JsonObject[] | string {
  const typed = line.text('port');
  const numbers = typed === undefined ? portsOf(object) : typed.split(',').map(Number);
  if (numbers.length === 0) return "couldn't find port via --port flag or introspection";
  const target = line.text('target-port');
  const protocol = line.text('protocol') ?? 'TCP';
  return numbers.map((port, i) => ({
    ...(numbers.length > 1 && { name: `port-${i + 1}` }),
    port,
    protocol,
    targetPort: target === undefined ? port : /^\d+$/.test(target) ? Number(target) : target,
  }));
}

function portsOf(object: KubeObject): readonly number[] {
  if (object.kind === 'Service') return listAt(object, 'spec', 'ports').flatMap((port) => numberAt(port, 'port') ?? []);
  const path = object.kind === 'Pod' ? ['spec', 'containers'] : ['spec', 'template', 'spec', 'containers'];
  const ports = listAt(object, ...path).flatMap((container) => listAt(container, 'ports'));
  return ports
    .filter((port) => textAt(port, 'protocol') !== 'UDP')
    .flatMap((port) => numberAt(port, 'containerPort') ?? []);
}

/** `a=b,c=d`. */
function readMap(text: string): JsonObject {
  return Object.fromEntries(text.split(',').map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
}
