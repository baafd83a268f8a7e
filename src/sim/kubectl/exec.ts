/** `kubectl exec`: which pod, and what runs in it. The running itself is the client's part. */
import type { LabelSelector, Labels, Pod } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import { table, type Cluster } from '../cluster/cluster.ts';
import { badRequest, notFound } from '../apiserver/statuses.ts';
import { commonFlags, helpError, parseCommandLine, usageError } from './command-line.ts';
import { plainError, printErrors, statusError, type KubectlError } from './errors.ts';
import { fieldAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import { findObject, findTargets } from './targets.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'container', short: 'c', type: 'text' },
  { name: 'stdin', short: 'i', type: 'bool' },
  { name: 'tty', short: 't', type: 'bool' },
  { name: 'quiet', short: 'q', type: 'bool' },
];

export type Exec =
  | {
      readonly ok: true;
      readonly namespace: string;
      readonly pod: string;
      readonly container: string;
      readonly command: readonly string[];
      /** What kubectl says before the command runs; "" if nothing. */
      readonly notice: string;
    }
  /** What kubectl prints instead. */
  | { readonly ok: false; readonly stderr: string };

/** Reads what follows `exec`: `POD -- COMMAND`, `deploy/web -- COMMAND`. Models kubectl/pkg/cmd/exec, v1.36. */
export function readExec(cluster: Cluster, argv: readonly string[]): Exec {
  const dashes = argv.indexOf('--');
  const before = dashes < 0 ? argv : argv.slice(0, dashes);
  const line = parseCommandLine(before, flags);
  if (!line.ok) return refuse(plainError(usageError(line, 'exec')));
  const [target, ...words] = line.args;
  if (dashes < 0 && words.length > 0) return refuse(plainError(helpError(noDashes, 'exec')));
  const command = dashes < 0 ? [] : argv.slice(dashes + 1);
  if (target === undefined) return refuse(plainError('pod, type/name or --filename must be specified'));
  if (command.length === 0) return refuse(plainError('you must specify at least one command for the container'));
  const found = findTargets(cluster, target.includes('/') ? [target] : ['pod', target], { namespace: line.namespace });
  if (!found.ok) return refuse(plainError(found.error));
  const [named] = found.targets;
  const object = named && findObject(cluster, named);
  if (!named || !object)
    return refuse(
      named
        ? statusError(notFound(named.kind, named.name), named.kind.kind, named.name)
        : plainError('no resources found'),
    );
  const pod = object.kind === 'Pod' ? (object as Pod) : podOf(cluster, line.namespace, selectorOf(object));
  if (!pod) return refuse(plainError(`cannot attach to *v1.${object.kind}: no pod found`));
  const { phase } = pod.status;
  if (phase === 'Succeeded' || phase === 'Failed')
    return refuse(plainError(`cannot exec into a container in a completed pod; current phase is ${phase}`));
  const { container, notice = '', error } = containerFor(pod, line.text('container'), line.bool('quiet'));
  if (error) return refuse(error);
  if (!pod.spec.nodeName) return refuse(badRequestError(`pod ${pod.metadata.name} does not have a host assigned`, pod));
  return { ok: true, namespace: line.namespace, pod: pod.metadata.name, command, container, notice };
}

const noDashes = 'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead';

/** The container that was typed, that an annotation names, or the first. Models kubectl/pkg/cmd/util/podcmd, v1.36. */
function containerFor(
  pod: Pod,
  typed: string | undefined,
  quiet: boolean,
): { readonly container: string; readonly notice?: string; readonly error?: KubectlError } {
  const { containers, initContainers = [] } = pod.spec;
  const init = initContainers.map(({ name }) => name);
  const all = containers.map(({ name }) => name);
  const known = (name: string): boolean => all.includes(name) || init.includes(name);
  const { name } = pod.metadata;
  if (typed) {
    const error = badRequestError(`container ${typed} is not valid for pod ${name}`, pod);
    return known(typed) ? { container: typed } : { container: typed, error };
  }
  const list = [...all, ...init.map((each) => `${each} (init)`)].join(', ');
  const annotated = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? '';
  if (annotated !== '') {
    const error = plainError(`container ${annotated} is not valid for pod ${name} out of: ${list}`);
    return known(annotated) ? { container: annotated } : { container: annotated, error };
  }
  const [container = ''] = all;
  const alone = all.length === 1 && init.length === 0;
  return { container, notice: alone || quiet ? '' : `Defaulted container ${goQuote(container)} out of: ${list}\n` };
}

function badRequestError(message: string, { metadata }: Pod): KubectlError {
  return statusError(badRequest(message), 'Pod', metadata.name);
}

function refuse(error: KubectlError): Exec {
  return { ok: false, stderr: printErrors([error]) };
}

function selectorOf(object: object): Labels {
  const selector = fieldAt(object, 'spec', 'selector') as LabelSelector | Labels | undefined;
  return ((selector && 'matchLabels' in selector ? selector.matchLabels : selector) ?? {}) as Labels;
}

function podOf(cluster: Cluster, namespace: string, labels: Labels): Pod | undefined {
  const wanted = Object.entries(labels);
  return [...table(cluster, 'pods').values()].find(
    ({ metadata }) =>
      metadata.namespace === namespace &&
      wanted.length > 0 &&
      wanted.every(([key, value]) => metadata.labels?.[key] === value),
  );
}
