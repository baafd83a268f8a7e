/** Sending one new object to the server, as `create`, `expose` and `run` do. */
import { findKind } from '../api/kinds.ts';
import type { JsonObject } from '../api/objects.ts';
import { create } from '../apiserver/admit.ts';
import { statusError, type KubectlError } from './errors.ts';
import { lowerKindWithGroup } from './view-object.ts';
import type { CommandRun } from './write-context.ts';

/**
 * Creates the object and prints `service/web VERB`. `explain` puts into words why the server refused.
 * The object's apiVersion and kind must be the server's.
 */
export function createObject(
  run: CommandRun,
  object: JsonObject & { readonly metadata: JsonObject },
  verb: string,
  explain: (error: KubectlError) => KubectlError = (error) => error,
): void {
  const kind = findKind(String(object['apiVersion']), String(object['kind']));
  if (!kind) throw new Error(`no such kind: ${object['apiVersion']} ${object['kind']}`);
  const { name, namespace } = object.metadata;
  const shown = typeof name === 'string' ? name : '';
  const result = create(run.cluster, kind, kind.namespaced && typeof namespace === 'string' ? namespace : '', object, {
    ...run.context.admit,
    fieldValidation: 'strict',
  });
  run.warn(result.warnings);
  if (!result.ok) return void run.errors.push(explain(statusError(result.status, kind.kind, shown)));
  run.commit(result.cluster, result.changes);
  run.print(`${lowerKindWithGroup(kind)}/${result.object.metadata.name} ${verb}`);
}
