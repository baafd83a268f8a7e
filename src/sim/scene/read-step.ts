/** A step's mapping → what it does. */
import type { Json, JsonObject } from '../api/objects.ts';
import {
  fieldsOf,
  flag,
  integer,
  listOf,
  mapping,
  oneOf,
  recordOf,
  text,
  word,
  type Check,
  type Fault,
} from './check-fields.ts';
import { nodeIntent, podIntent } from './read-header.ts';
import type { StepAction } from './scene.ts';

const names = ['apply', 'delete', 'patch', 'scale', 'pod-status', 'lb-status', 'node-status', 'kubectl'] as const;

interface Common {
  readonly action: string;
  readonly note?: string;
}

const common = { action: text, note: text };

/** By action: which fields it has and what they make of the step. */
const readers: Readonly<Record<(typeof names)[number], Check<StepAction & { readonly note?: string }>>> = {
  apply: (value, path, faults) => {
    const fields = fieldsOf<Common>(common)(value, path, faults);
    return fields && { ...note(fields), action: 'apply' };
  },
  delete: (value, path, faults) => {
    const fields = fieldsOf<Common & { targets: readonly string[]; force?: boolean }>(
      { ...common, targets: listOf(text), force: flag },
      ['targets'],
    )(value, path, faults);
    return fields && { ...note(fields), action: 'delete', targets: fields.targets, force: fields.force ?? false };
  },
  patch: (value, path, faults) => {
    const fields = fieldsOf<Common & { target: string; patch: string }>({ ...common, target: text, patch: text }, [
      'target',
      'patch',
    ])(value, path, faults);
    return fields && { ...note(fields), action: 'patch', target: fields.target, patch: fields.patch };
  },
  scale: (value, path, faults) => {
    const fields = fieldsOf<Common & { target: string; replicas: number }>(
      { ...common, target: text, replicas: integer(0, 2 ** 31 - 1) },
      ['target', 'replicas'],
    )(value, path, faults);
    return fields && { ...note(fields), action: 'scale', target: fields.target, replicas: fields.replicas };
  },
  'pod-status': (value, path, faults) => {
    const checks = { ...common, pods: recordOf(podIntent) };
    const fields = fieldsOf<Common & { pods: ReturnType<typeof checks.pods> & object }>(checks, ['pods'])(
      value,
      path,
      faults,
    );
    return fields && { ...note(fields), action: 'pod-status', pods: fields.pods };
  },
  'lb-status': (value, path, faults) => {
    const fields = fieldsOf<Common & { target: string; ingress: readonly JsonObject[] }>(
      { ...common, target: text, ingress: listOf(mapping) },
      ['target', 'ingress'],
    )(value, path, faults);
    return fields && { ...note(fields), action: 'lb-status', target: fields.target, ingress: fields.ingress };
  },
  'node-status': (value, path, faults) => {
    const checks = { ...common, nodes: recordOf(nodeIntent) };
    const fields = fieldsOf<Common & { nodes: ReturnType<typeof checks.nodes> & object }>(checks, ['nodes'])(
      value,
      path,
      faults,
    );
    return fields && { ...note(fields), action: 'node-status', nodes: fields.nodes };
  },
  kubectl: (value, path, faults) => {
    const fields = fieldsOf<Common & { args: readonly string[] }>({ ...common, args: listOf(word) }, ['args'])(
      value,
      path,
      faults,
    );
    return fields && { ...note(fields), action: 'kubectl', args: fields.args };
  },
};

function note(fields: Common): { readonly note?: string } {
  return fields.note === undefined ? {} : { note: fields.note };
}

/** What a step's mapping says; `unknown` if its action is not known or something that it needs is missing or wrong. */
export function readStep(value: Json, faults: Fault[]): StepAction & { readonly note?: string } {
  const fields = mapping(value, [], faults);
  if (!fields) return { action: 'unknown' };
  const action = fields['action'];
  if (action === undefined || action === null) {
    faults.push({ fault: 'Missing', path: 'action', wanted: names.join(', ') });
    return { action: 'unknown' };
  }
  const name = oneOf(names)(action, ['action'], faults);
  const unknown = typeof fields['note'] === 'string' ? { note: fields['note'] } : {};
  return (name && readers[name](value, [], faults)) ?? { ...unknown, action: 'unknown' };
}
