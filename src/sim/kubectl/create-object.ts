/** Sending one new object to the server, as `create`, `expose` and `run` do. */
import { findKind } from '../api/kinds.ts';
import type { JsonObject } from '../api/objects.ts';
import { create } from '../apiserver/admit.ts';
import { statusError, type KubectlError } from './errors.ts';
import type { CommandRun } from './write-context.ts';

export interface HowToCreate {
  /** What is said of it then: `created`, `exposed`. */
  readonly verb: string;
  /** Where it goes; no matter for cluster-scoped kinds. */
  readonly namespace: string;
  /** From a file: a dry run prints it as it was read, not with the empty fields of kubectl's types. */
  readonly fromFile?: boolean;
  /** Puts into words why the server refused. */
  readonly explain?: (error: KubectlError) => KubectlError;
}

/** Creates the object and prints `service/web VERB`. The object's apiVersion and kind must be the server's. */
export function createObject(
  run: CommandRun,
  object: JsonObject & { readonly metadata: JsonObject },
  { verb, namespace, fromFile = false, explain = (error) => error }: HowToCreate,
): void {
  const kind = findKind(String(object['apiVersion']), String(object['kind']));
  if (!kind) throw new Error(`no such kind: ${object['apiVersion']} ${object['kind']}`);
  const { name } = object.metadata;
  const shown = typeof name === 'string' ? name : '';
  if (run.dryRun === 'client') return run.doneLocally(kind, fromFile ? object : asTyped(object), shown, verb);
  const result = create(run.cluster, kind, kind.namespaced ? namespace : '', object, {
    ...run.context.admit,
    fieldValidation: 'strict',
  });
  run.warn(result.warnings);
  if (!result.ok) return void run.errors.push(explain(statusError(result.status, kind.kind, shown)));
  run.commit(result.cluster, result.changes);
  run.done(kind, result.object, verb);
}

/** The object with the empty fields that kubectl prints of its Go types. */
function asTyped(object: JsonObject): JsonObject {
  const spec = (object['spec'] ?? {}) as JsonObject;
  switch (object['kind']) {
    case 'Service':
      return { ...object, status: { loadBalancer: {} } };
    case 'Namespace':
      return { ...object, spec, status: {} };
    case 'Pod':
      return { ...object, spec: withResources(spec), status: {} };
    case 'Deployment': {
      const template = (spec['template'] ?? {}) as JsonObject;
      const pod = withResources((template['spec'] ?? {}) as JsonObject);
      return { ...object, spec: { ...spec, strategy: {}, template: { ...template, spec: pod } }, status: {} };
    }
    default:
      return object;
  }
}

function withResources(spec: JsonObject): JsonObject {
  const containers = (spec['containers'] ?? []) as readonly JsonObject[];
  return { ...spec, containers: containers.map((container) => ({ resources: {}, ...container })) };
}
