/** What we say of fields. */

/** Texts by struct (`ServicePort`) and by struct and field (`ServicePort.port`): one or two short sentences. */
export type Descriptions = Readonly<Record<string, string>>;

const kinds = [
  'Service',
  'Endpoints',
  'EndpointSlice',
  'Namespace',
  'Node',
  'Pod',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
];
const withoutSpec: ReadonlySet<string> = new Set(['Endpoints', 'EndpointSlice']);

/** The fields that every kind has, for each kind. Endpoints and EndpointSlice have no spec and no status. */
export function ofEveryKind(texts: {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: string;
  readonly spec: string;
  readonly status: string;
}): Descriptions {
  const entries = kinds.flatMap((kind) =>
    Object.entries(texts)
      .filter(([field]) => !withoutSpec.has(kind) || (field !== 'spec' && field !== 'status'))
      .map(([field, text]) => [`${kind}.${field}`, text] as const),
  );
  return Object.fromEntries(entries);
}
