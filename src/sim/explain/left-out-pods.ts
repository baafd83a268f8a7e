/** A selector that would match, if what carries the labels were simulated here or had not been refused. */
import { matchesLabels } from '../api/labels.ts';
import type { Labels, Service } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import { anyTable } from '../cluster/cluster.ts';
import type { DocumentOutcome } from '../kubectl/apply.ts';
import type { Explained } from './explanation.ts';
import { serviceRef } from './label-reasons.ts';

/** A pod, or what makes pods, that is not there; plain data. */
interface LeftOut {
  readonly object: ObjectRef;
  /** The field that the refusal names; else the labels. */
  readonly path: string;
  readonly labels: unknown;
  readonly refused: boolean;
}

/** The first of the Service's namespace that carries all labels of the selector. */
export function leftOutPods(state: Explained, service: Service, selector: Labels): EndpointReason | undefined {
  const { namespace } = service.metadata;
  const found = leftOut(state).find(
    ({ object, labels }) =>
      object.namespace === namespace && isMap(labels) && matchesLabels(selector, labels as Labels),
  );
  if (!found) return undefined;
  const { object, path, refused } = found;
  return {
    code: 'PodsLeftOut',
    object,
    path,
    against: { object: serviceRef(service), path: 'spec.selector' },
    facts: { refused },
  };
}

/** Everything that `leftOutPods` reads of a state, to be compared: equal texts, equal answers. */
export const leftOutKey = (state: Explained): string => {
  const all = leftOut(state);
  return all.length === 0 ? '' : JSON.stringify(all);
};

const known = new WeakMap<object, readonly LeftOut[]>();

function leftOut({ cluster, outcomes = none }: Explained): readonly LeftOut[] {
  let refused = known.get(outcomes);
  if (!refused) known.set(outcomes, (refused = outcomes.flatMap((outcome) => refusedPods(outcome) ?? [])));
  const stored = [...anyTable(cluster, 'replicationcontrollers').values()].map((controller): LeftOut => {
    const { namespace = '', name } = controller.metadata;
    const object = { kind: 'ReplicationController', namespace, name };
    return { object, path: labelsPath, labels: field(controller, labelsPath), refused: false };
  });
  return stored.length === 0 ? refused : [...refused, ...stored];
}

const none: readonly DocumentOutcome[] = [];
const labelsPath = 'spec.template.metadata.labels';

function refusedPods({ verb, error, object, value, yaml, status }: DocumentOutcome): LeftOut | undefined {
  const typed = value ?? yaml.value;
  if (verb || error === undefined || !isMap(typed)) return undefined;
  const kind = textAt(typed, 'kind');
  const path = kind === 'Pod' ? 'metadata.labels' : labelsPath;
  const labels = field(typed, path);
  if (!isMap(labels)) return undefined;
  const namespace = object?.namespace ?? (textAt(typed, 'metadata.namespace') || 'default');
  const ref = { kind, namespace, name: textAt(typed, 'metadata.name') };
  return { object: ref, path: status?.causes[0]?.path ?? status?.paths[0] ?? path, labels, refused: true };
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text at a path; a mapping or a number where a name should be is none. */
const textAt = (value: unknown, path: string): string => {
  const found = field(value, path);
  return typeof found === 'string' ? found : '';
};

/** The value at a path of plain names. */
const field = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce(
      (map, name) =>
        isMap(map) && Object.hasOwn(map, name) ? (map as Readonly<Record<string, unknown>>)[name] : undefined,
      value,
    );
