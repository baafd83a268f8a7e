/** `kubectl create`: from a file, or a Service, Namespace or Deployment from flags. */
import type { JsonObject } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { createObject } from './create-object.ts';
import { messageOf, plainError, withSource, type KubectlError } from './errors.ts';
import type { Flag } from './parse-flags.ts';
import { readManifest } from './read-manifest.ts';
import { isServiceType, serviceFromFlags } from './service-from-flags.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'tcp', type: 'list' },
  { name: 'clusterip', type: 'text' },
  { name: 'external-name', type: 'text' },
  { name: 'node-port', type: 'text' },
  { name: 'image', type: 'list' },
  { name: 'replicas', short: 'r', type: 'text' },
  { name: 'port', type: 'text' },
  { name: 'save-config', type: 'bool' },
  { name: 'validate', type: 'text' },
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
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line.error, 'create'));
  const [what = '', ...args] = line.args;
  if (what === '') return createFromFile(cluster, line, context);
  if (what === 'service' || what === 'svc') return createService(cluster, args, line, context);
  const [name, ...more] = args;
  if (name === undefined || more.length > 0)
    return usageFailure(
      cluster,
      `exactly one NAME is required, got ${args.length}\nSee 'kubectl create ${what} -h' for help and examples`,
    );
  const object =
    what === 'namespace' || what === 'ns'
      ? namespaceObject(name)
      : what === 'deployment' || what === 'deploy'
        ? deploymentObject(name, line)
        : undefined;
  if (typeof object === 'string') return usageFailure(cluster, object);
  if (!object) return usageFailure(cluster, `unknown command ${goQuote(what)}`);
  const run = new CommandRun(cluster, context, line);
  const explain = (error: KubectlError): KubectlError =>
    what.startsWith('deploy') ? plainError(`failed to create deployment: ${messageOf(error)}`) : error;
  createObject(run, object, { verb: 'created', namespace: line.namespace, explain });
  return run.finish();
}

function createFromFile(cluster: Cluster, line: CommandLine, context: WriteContext): WriteResult {
  const [file] = line.list('filename');
  if (file === undefined) return usageFailure(cluster, 'must specify one of -f and -k');
  const text = context.files.get(file);
  if (text === undefined) return usageFailure(cluster, `the path ${goQuote(file)} does not exist`);
  const run = new CommandRun(cluster, context, line);
  const manifest = readManifest(text, file, line.namespace, context.memo);
  for (const { value, kind, namespace } of manifest.objects) {
    const object = value as JsonObject & { readonly metadata: JsonObject };
    run.warnOf(kind);
    const explain = (error: KubectlError): KubectlError => withSource('creating', file, error);
    createObject(run, object, { verb: 'created', namespace, fromFile: true, explain });
  }
  if (manifest.error) run.errors.unshift(manifest.error);
  else if (manifest.objects.length === 0) run.errors.push(plainError('no objects passed to create'));
  return run.finish();
}

function createService(
  cluster: Cluster,
  args: readonly string[],
  line: CommandLine,
  context: WriteContext,
): WriteResult {
  const [type = '', name, ...more] = args;
  const run = new CommandRun(cluster, context, line);
  if (!isServiceType(type)) {
    run.errors.push({ type: 'raw', message: serviceHelp });
    return run.finish();
  }
  if (name === undefined || more.length > 0)
    return usageFailure(
      cluster,
      `exactly one NAME is required, got ${Math.max(0, args.length - 1)}\nSee 'kubectl create service ${type} -h' for help and examples`,
    );
  const made = serviceFromFlags(type, name, line);
  if (!made.ok) return usageFailure(cluster, made.error);
  const explain = (error: KubectlError): KubectlError =>
    plainError(`failed to create ${made.shown} service: ${messageOf(error)}`);
  createObject(run, made.object, { verb: 'created', namespace: line.namespace, explain });
  return run.finish();
}

function namespaceObject(name: string): JsonObject & { readonly metadata: JsonObject } {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** kubectl's words if the flags do not suffice. */
function deploymentObject(name: string, line: CommandLine): (JsonObject & { readonly metadata: JsonObject }) | string {
  const images = line.list('image');
  if (images.length === 0) return 'required flag(s) "image" not set';
  const port = line.text('port');
  const labels = { app: name };
  const containers = images.map((image) => ({
    name: containerName(image),
    image,
    ...(port !== undefined && { ports: [{ containerPort: Number(port) }] }),
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

/** `registry/nginx:1.29` names its container nginx. */
function containerName(image: string): string {
  const base = image.slice(image.lastIndexOf('/') + 1);
  return base.split(/[:@]/)[0]?.replaceAll(/[^a-z0-9-]/g, '-') ?? base;
}
