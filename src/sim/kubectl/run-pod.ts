/** `kubectl run`. */
import type { JsonObject } from '../api/objects.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { goQuote } from '../api/go-text.ts';
import { commonFlags, helpError, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { createObject } from './create-object.ts';
import type { Flag } from './parse-flags.ts';
import { readMap } from './read-map.ts';
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
  if (!line.ok) return usageFailure(cluster, usageError(line, 'run'));
  const [name, ...args] = line.args;
  const wrong = refusal(line);
  if (wrong !== undefined || name === undefined) return usageFailure(cluster, wrong ?? '');
  const image = line.text('image') ?? '';
  const port = line.text('port');
  const labels = readMap(line.text('labels') ?? '');
  if (typeof labels === 'string') return usageFailure(cluster, labels);
  if (Object.keys(labels).length === 0) labels['run'] = name;
  const { namespace } = line;
  const given = line.namespaceGiven ? { namespace } : {};
  const pairs = line.list('env');
  const noPair = pairs.find((pair) => !/^[^=]+=/.test(pair));
  if (noPair !== undefined) return usageFailure(cluster, `invalid env: ${noPair}`);
  const env = pairs.map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1) }));
  if (port !== undefined && !/^[+-]?\d+$/.test(port))
    return usageFailure(cluster, `strconv.Atoi: parsing ${goQuote(port)}: invalid syntax`);
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

/** What does not fit, in the order in which kubectl looks; undefined if all does. */
function refusal(line: CommandLine): string | undefined {
  const image = line.text('image');
  const restart = line.text('restart') ?? 'Always';
  if (image === undefined) return 'required flag(s) "image" not set';
  if (line.args.length === 0) return helpError('NAME is required for run', 'run');
  if (image === '') return '--image is required';
  if (!isImage.test(image)) return `Invalid image name ${goQuote(image)}: invalid reference format`;
  if (line.bool('expose') && line.text('port') === undefined)
    return helpError('--port must be set when exposing a service', 'run');
  if (!['Always', 'OnFailure', 'Never'].includes(restart))
    return helpError(`invalid restart policy: ${restart}`, 'run');
  return undefined;
}

/** Registry, path, tag and digest. */
const isImage =
  /^([\w.-]+(:\d+)?\/)?[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(\/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@[A-Za-z][\w+.-]*:[0-9a-fA-F]{32,})?$/;
