/** `kubectl rollout status` and `rollout history`. */
import type { ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { notFound } from '../apiserver/statuses.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { podTemplateText } from './describe-workloads.ts';
import { plainError, printErrors, statusError, type KubectlError } from './errors.ts';
import { fieldAt, numberAt, textAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import type { Answer } from './read-answer.ts';
import { revisionsOf } from './rollout-history.ts';
import { rolloutTargets } from './rollout-targets.ts';
import { alignColumns } from './tabwriter.ts';
import { findObject } from './targets.ts';
import { lowerKindWithGroup } from './view-object.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'revision', type: 'text' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'timeout', type: 'text' },
  { name: 'watch', short: 'w', type: 'bool' },
];

/** What one object prints, whether there is more to wait for, or kubectl's words if it has none of it. */
type Shown = { readonly text: string; readonly waiting?: boolean } | { readonly error: string };

/** `argv` starts after `rollout`: `status` or `history` and what follows. Models kubectl/pkg/cmd/rollout, v1.36. */
export function viewRollout(cluster: Cluster, argv: readonly string[]): Answer {
  const [verb = '', ...words] = argv;
  const line = parseCommandLine(words, flags);
  if (!line.ok) return ended('', [plainError(usageError(line, `rollout ${verb}`))]);
  const found = rolloutTargets(cluster, line);
  if (!found.ok) return ended('', [plainError(found.error)]);
  if (found.targets.length === 0 && verb === 'status')
    return { stdout: '', stderr: `No resources found in ${line.namespace} namespace.\n`, code: 0 };
  const revision = Number(line.text('revision') ?? 0);
  let stdout = '';
  let watching = false;
  const errors: KubectlError[] = [];
  for (const target of found.targets) {
    const { kind, name } = target;
    const object = findObject(cluster, target);
    if (!object) {
      errors.push(statusError(notFound(kind, name), kind.kind, name));
      continue;
    }
    const shown = verb === 'status' ? statusOf(kind, object) : history(cluster, kind, object, revision);
    if ('error' in shown) errors.push(plainError(shown.error));
    else stdout += shown.text;
    watching ||= 'text' in shown && shown.waiting === true && line.text('watch') !== 'false';
  }
  if (watching && line.text('timeout') !== undefined) errors.push(plainError('timed out waiting for the condition'));
  return { ...ended(stdout, errors), ...(watching && errors.length === 0 && { watching: true }) };
}

function ended(stdout: string, errors: readonly KubectlError[]): Answer {
  return { stdout, stderr: printErrors(errors), code: errors.length > 0 ? 1 : 0 };
}

function groupKind({ kind, group }: ApiKind): string {
  return group === '' ? kind : `${kind}.${group}`;
}

function history(cluster: Cluster, kind: ApiKind, object: KubeObject, revision: number): Shown {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind.kind))
    return { error: `no history viewer has been implemented for "${groupKind(kind)}"` };
  const revisions = revisionsOf(cluster, object);
  const head = `${lowerKindWithGroup(kind)}/${object.metadata.name} `;
  if (revisions.length === 0) return { text: `${head}\nNo rollout history found.\n` };
  if (revision === 0) {
    const rows = revisions.map(({ number, cause }) => `${number}\t${cause || '<none>'}\n`);
    return {
      text: `${head}\n${alignColumns(`REVISION\tCHANGE-CAUSE\n${rows.join('')}`, { minWidth: 0, padding: 2 })}\n`,
    };
  }
  const one = revisions.find(({ number }) => number === revision);
  if (!one) return { error: 'unable to find the specified revision' };
  return { text: `${head}with revision #${revision}\n${podTemplateText(one.stored)}\n` };
}

/** Models kubectl/pkg/polymorphichelpers/rollout_status.go, v1.36. */
function statusOf(kind: ApiKind, object: KubeObject): Shown {
  const status = (field: string): number => numberAt(object, 'status', field) ?? 0;
  const rolling = textAt(object, 'spec', 'updateStrategy', 'type') === 'RollingUpdate';
  if (kind.kind === 'Deployment') return deploymentStatus(object, status);
  if (kind.kind !== 'StatefulSet' && kind.kind !== 'DaemonSet')
    return { error: `no status viewer has been implemented for ${groupKind(kind)}` };
  if (!rolling) return { error: 'rollout status is only available for RollingUpdate strategy type' };
  return kind.kind === 'DaemonSet' ? daemonSetStatus(object, status) : statefulSetStatus(object, status);
}

type Count = (field: string) => number;

function waiting(text: string): Shown {
  return { text: `${text}...\n`, waiting: true };
}

function deploymentStatus({ metadata, ...object }: KubeObject, status: Count): Shown {
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1;
  const [updated, available] = [status('updatedReplicas'), status('availableReplicas')];
  const to = `Waiting for deployment "${metadata.name}" rollout to finish:`;
  if (updated < wanted) return waiting(`${to} ${updated} out of ${wanted} new replicas have been updated`);
  if (status('replicas') > updated)
    return waiting(`${to} ${status('replicas') - updated} old replicas are pending termination`);
  if (available < updated) return waiting(`${to} ${available} of ${updated} updated replicas are available`);
  return { text: `deployment "${metadata.name}" successfully rolled out\n` };
}

function daemonSetStatus({ metadata }: KubeObject, status: Count): Shown {
  const [wanted, updated, available] = [
    status('desiredNumberScheduled'),
    status('updatedNumberScheduled'),
    status('numberAvailable'),
  ];
  const to = `Waiting for daemon set "${metadata.name}" rollout to finish:`;
  if (updated < wanted) return waiting(`${to} ${updated} out of ${wanted} new pods have been updated`);
  if (available < wanted) return waiting(`${to} ${available} of ${wanted} updated pods are available`);
  return { text: `daemon set "${metadata.name}" successfully rolled out\n` };
}

function statefulSetStatus(object: KubeObject, status: Count): Shown {
  const wanted = numberAt(object, 'spec', 'replicas') ?? 1;
  if (status('readyReplicas') < wanted)
    return waiting(`Waiting for ${wanted - status('readyReplicas')} pods to be ready`);
  const updated = status('updatedReplicas');
  if (fieldAt(object, 'spec', 'updateStrategy', 'rollingUpdate') !== undefined) {
    const due = wanted - (numberAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0);
    if (updated < due)
      return waiting(`Waiting for partitioned roll out to finish: ${updated} out of ${due} new pods have been updated`);
    return { text: `partitioned roll out complete: ${updated} new pods have been updated...\n` };
  }
  const [current, update] = [textAt(object, 'status', 'currentRevision'), textAt(object, 'status', 'updateRevision')];
  if (current !== update)
    return waiting(`waiting for statefulset rolling update to complete ${updated} pods at revision ${update}`);
  return { text: `statefulset rolling update complete ${status('currentReplicas')} pods at revision ${current}...\n` };
}
