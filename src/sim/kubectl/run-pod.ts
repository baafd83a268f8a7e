/** `kubectl run`. */
import type { JsonObject } from '../api/objects.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { createObject } from './create-object.ts';
import type { Flag } from './parse-flags.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'image', type: 'text' },
  { name: 'port', type: 'text' },
  { name: 'labels', short: 'l', type: 'text' },
  { name: 'restart', type: 'text' },
  { name: 'env', type: 'list' },
  { name: 'expose', type: 'bool' },
  { name: 'command', type: 'bool' },
];

/** `argv` starts after `run`. Models kubectl/pkg/cmd/run, v1.36. */
export function runPod(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line.error, 'run'));
  const [name, ...args] = line.args;
  const image = line.text('image');
  if (image === undefined) return usageFailure(cluster, 'required flag(s) "image" not set');
  if (name === undefined)
    return usageFailure(cluster, "NAME is required for run\nSee 'kubectl run -h' for help and examples");
  const port = line.text('port');
  if (line.bool('expose') && port === undefined)
    return usageFailure(cluster, '--port must be set when exposing a service');
  const labels = readLabels(line.text('labels')) ?? { run: name };
  const { namespace } = line;
  const given = line.namespaceGiven ? { namespace } : {};
  const env = line
    .list('env')
    .map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1) }));
  const container: JsonObject = {
    name,
    image,
    ...(args.length > 0 && { [line.bool('command') ? 'command' : 'args']: args }),
    ...(env.length > 0 && { env }),
    ...(port !== undefined && { ports: [{ containerPort: Number(port) }] }),
  };
  const run = new CommandRun(cluster, context, line);
  if (line.bool('expose')) {
    const spec = { selector: labels, ports: [{ port: Number(port), protocol: 'TCP', targetPort: Number(port) }] };
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name, ...given }, spec };
    createObject(run, service, { verb: 'created', namespace });
  }
  const spec = { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy: line.text('restart') ?? 'Always' };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name, ...given, labels }, spec };
  createObject(run, pod, { verb: 'created', namespace });
  return run.finish();
}

function readLabels(text: string | undefined): JsonObject | undefined {
  if (text === undefined || text === '') return undefined;
  return Object.fromEntries(text.split(',').map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
}
