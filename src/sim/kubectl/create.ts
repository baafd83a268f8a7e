/** `kubectl create`: from a file, or a Service, Namespace or Deployment from flags. */
import type { JsonObject } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, helpError, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { createObject } from './create-object.ts';
import { messageOf, plainError, withSource, type KubectlError } from './errors.ts';
import { readGivenFiles } from './given-files.ts';
import type { Flag } from './parse-flags.ts';
import { isServiceType, serviceFlags, serviceFromFlags } from './service-from-flags.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const objectFlags: readonly Flag[] = [
  ...commonFlags,
  { name: 'save-config', type: 'bool' },
  { name: 'validate', type: 'text' },
];
const fileFlags: readonly Flag[] = [...objectFlags, { name: 'filename', short: 'f', type: 'list' }];
const deploymentFlags: readonly Flag[] = [
  ...objectFlags,
  { name: 'image', type: 'list' },
  { name: 'replicas', short: 'r', type: 'number' },
  { name: 'port', type: 'number' },
];

const serviceHelp = `Create a service using a specified subcommand.

Aliases:
service, svc

Available Commands:
  clusterip      Create a ClusterIP service
  externalname   Create an ExternalName service
  loadbalancer   Create a LoadBalancer service
  nodeport       Create a NodePort service

Usage:
  kubectl create service [flags] [options]

Use "kubectl create service <command> --help" for more information about a given command.
Use "kubectl options" for a list of global command-line options (applies to all commands).`;

/** `argv` starts after `create`. Models kubectl/pkg/cmd/create, v1.36. */
export function runCreate(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const what = firstWord(argv);
  const rest = argv.filter((_, i) => i !== argv.indexOf(what));
  switch (what) {
    case 'namespace':
    case 'ns':
      return createNamespace(cluster, rest, context);
    case 'deployment':
    case 'deploy':
      return createDeployment(cluster, rest, context);
    case 'service':
    case 'svc':
      return createService(cluster, rest, context);
    default:
      return createFromFile(cluster, argv, context);
  }
}

/** The first argument that is neither a flag nor the value of one. */
function firstWord(argv: readonly string[]): string {
  const every = ['clusterip', 'nodeport', 'externalname'] as const;
  const line = parseCommandLine(argv, [...deploymentFlags, ...fileFlags, ...every.flatMap(serviceFlags)]);
  return (line.ok ? line.args : argv.filter((word) => !word.startsWith('-')))[0] ?? '';
}

function createFromFile(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, fileFlags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'create'));
  const names = line.list('filename');
  if (names.length === 0 && line.args.length === 0) return usageFailure(cluster, 'must specify one of -f and -k');
  if (names.length === 0 || line.args.length > 0)
    return usageFailure(cluster, helpError(`Unexpected args: [${line.args.join(' ')}]`, 'create'));
  const run = new CommandRun(cluster, context, line);
  const given = readGivenFiles(names, line.namespace, context);
  run.errors.push(...(given.ok ? given.files.flatMap(({ manifest }) => manifest.error ?? []) : given.errors));
  const files = given.ok ? given.files : [];
  for (const { source, manifest } of files) {
    for (const { value, kind, namespace } of manifest.objects) {
      const object = value as JsonObject & { readonly metadata: JsonObject };
      run.warnOf(kind);
      const explain = (error: KubectlError): KubectlError => withSource('creating', source, error);
      createObject(run, object, { verb: 'created', namespace, fromFile: true, explain });
    }
  }
  const nothing = run.errors.length === 0 && files.every(({ manifest }) => manifest.objects.length === 0);
  if (nothing) run.errors.push(plainError('no objects passed to create'));
  return run.finish();
}

function createNamespace(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, objectFlags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'create namespace'));
  const [name = ''] = line.args;
  if (line.args.length !== 1) return oneName(cluster, line.args, 'create namespace');
  return createOne(cluster, namespaceObject(name), line, context);
}

function createDeployment(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const dashes = argv.indexOf('--');
  const line = parseCommandLine(dashes < 0 ? argv : argv.slice(0, dashes), deploymentFlags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'create deployment'));
  const images = line.list('image');
  if (images.length === 0) return usageFailure(cluster, 'required flag(s) "image" not set');
  const [name = ''] = line.args;
  if (line.args.length !== 1) return oneName(cluster, line.args, 'create deployment');
  const command = dashes < 0 ? [] : argv.slice(dashes + 1);
  if (images.length > 1 && command.length > 0)
    return usageFailure(cluster, 'cannot specify multiple --image options and command');
  return createOne(cluster, deploymentObject(name, command, line), line, context, 'failed to create deployment');
}

function createService(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const type = firstWord(argv);
  if (type === '') {
    const run = new CommandRun(cluster, context, { text: () => undefined });
    run.errors.push({ type: 'raw', message: serviceHelp });
    return run.finish();
  }
  if (!isServiceType(type))
    return usageFailure(cluster, helpError(`unknown command ${goQuote(type)}`, 'create service'));
  const command = `create service ${type}`;
  const line = parseCommandLine(argv, [...objectFlags, ...serviceFlags(type)]);
  if (!line.ok) return usageFailure(cluster, usageError(line, command));
  const [, name = '', ...more] = line.args;
  if (type === 'externalname' && line.text('external-name') === undefined)
    return usageFailure(cluster, 'required flag(s) "external-name" not set');
  if (name === '' || more.length > 0) return oneName(cluster, line.args.slice(1), command);
  const made = serviceFromFlags(type, name, line);
  if (!made.ok) return usageFailure(cluster, made.error);
  return createOne(cluster, made.object, line, context, `failed to create ${made.shown} service`);
}

function oneName(cluster: Cluster, args: readonly string[], command: string): WriteResult {
  return usageFailure(cluster, helpError(`exactly one NAME is required, got ${args.length}`, command));
}

/** `failed` stands before the server's refusal. */
function createOne(
  cluster: Cluster,
  object: JsonObject & { readonly metadata: JsonObject },
  line: CommandLine,
  context: WriteContext,
  failed?: string,
): WriteResult {
  const run = new CommandRun(cluster, context, line);
  const explain = (error: KubectlError): KubectlError =>
    failed === undefined ? error : plainError(`${failed}: ${messageOf(error)}`);
  createObject(run, object, { verb: 'created', namespace: line.namespace, explain });
  return run.finish();
}

function namespaceObject(name: string): JsonObject & { readonly metadata: JsonObject } {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function deploymentObject(
  name: string,
  command: readonly string[],
  line: CommandLine,
): JsonObject & { readonly metadata: JsonObject } {
  const port = line.text('port');
  const labels = { app: name };
  const ports = port === undefined || Number(port) < 0 ? undefined : [{ containerPort: Number(port) }];
  const containers = line.list('image').map((image, i) => ({
    name: containerName(image),
    image,
    ...(command.length > 0 && { command }),
    ...(i === 0 && ports && { ports }),
  }));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels, ...(line.namespaceGiven && { namespace: line.namespace }) },
    spec: {
      replicas: Number(line.text('replicas') ?? '1'),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers } },
    },
  };
}

/** `registry/nginx:1.29` names its container nginx. Simplified: a name with dots or underscores gets no random end. */
function containerName(image: string): string {
  const base = image.slice(image.lastIndexOf('/') + 1);
  return (base.split(/[:@]/)[0] ?? base).replaceAll(/[_.]/g, '-');
}
