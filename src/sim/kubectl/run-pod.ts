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
  { name: 'stdin', short: 'i', type: 'bool' },
  { name: 'tty', short: 't', type: 'bool' },
  { name: 'attach', type: 'bool' },
  { name: 'quiet', short: 'q', type: 'bool' },
  { name: 'rm', type: 'bool' },
  { name: 'image-pull-policy', type: 'text' },
];

/** A pod whose command one watches. */
export interface AttachedRun {
  readonly name: string;
  readonly namespace: string;
  readonly command: readonly string[];
  /** The pod goes when its command ends. */
  readonly removed: boolean;
  readonly quiet: boolean;
  /** How it fails is told: the pod is not started again. */
  readonly once: boolean;
}

/** What `run -i` and `run --attach` ask for; `argv` starts after `run`. Undefined for any other line. */
export function readAttached(argv: readonly string[]): AttachedRun | undefined {
  const line = parseCommandLine(argv, flags);
  if (!line.ok || !isAttached(line) || refusal(line) !== undefined) return undefined;
  const [name = '', ...command] = line.args;
  const { namespace } = line;
  const once = line.text('restart') === 'Never';
  return { name, namespace, command, removed: line.bool('rm'), quiet: line.bool('quiet'), once };
}

/** What is printed at the end of a pod that is removed. */
export function removedLine({ name, namespace, quiet }: AttachedRun): string {
  return quiet ? '' : `pod ${goQuote(name)} deleted from ${namespace} namespace\n`;
}

function isAttached(line: CommandLine): boolean {
  return line.bool('stdin') || line.bool('attach');
}

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
    ...(line.text('image-pull-policy') && { imagePullPolicy: line.text('image-pull-policy') ?? '' }),
    ...(line.bool('stdin') && { stdin: true, stdinOnce: true }),
    ...(line.bool('tty') && { tty: true }),
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
  const restartPolicy = line.text('restart') ?? (line.bool('stdin') ? 'OnFailure' : 'Always');
  const spec = { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name, ...given, labels }, spec };
  createObject(run, pod, { verb: 'created', namespace });
  const attached = readAttached(argv);
  if (!attached) return run.finish();
  // Who watches a command sees its output, which is none of the server's.
  const { stdout, ...result } = run.finish();
  if (result.code !== 0) return { ...result, stdout };
  return attached.removed ? { ...result, stdout: removedLine(attached), cluster } : { ...result, stdout: '' };
}

/** What does not fit, in the order in which kubectl looks; undefined if all does. */
function refusal(line: CommandLine): string | undefined {
  const image = line.text('image');
  const restart = line.text('restart') ?? 'Always';
  if (image === undefined) return 'required flag(s) "image" not set';
  if (line.args.length === 0) return helpError('NAME is required for run', 'run');
  if (image === '') return '--image is required';
  if (!isImage.test(image)) return `Invalid image name ${goQuote(image)}: invalid reference format`;
  if (line.bool('tty') && !line.bool('stdin'))
    return helpError('-i/--stdin is required for containers with -t/--tty=true', 'run');
  if (line.bool('expose') && line.text('port') === undefined)
    return helpError('--port must be set when exposing a service', 'run');
  const pull = line.text('image-pull-policy') ?? 'Always';
  if (!['Always', 'IfNotPresent', 'Never'].includes(pull))
    return helpError(`invalid image pull policy: ${pull}`, 'run');
  if (!['Always', 'OnFailure', 'Never'].includes(restart))
    return helpError(`invalid restart policy: ${restart}`, 'run');
  if (line.bool('rm') && !isAttached(line)) return helpError('--rm should only be used for attached containers', 'run');
  if (isAttached(line) && (line.text('dry-run') ?? 'none') !== 'none') return helpError(notBoth, 'run');
  return undefined;
}

const notBoth =
  "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)";

/** Registry, path, tag and digest. */
const isImage =
  /^([\w.-]+(:\d+)?\/)?[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(\/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@[A-Za-z][\w+.-]*:[0-9a-fA-F]{32,})?$/;
