/** Field selectors as they are typed after `--field-selector`: `metadata.name=web`, `status.phase!=Running`. */
import type { ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { textAt } from './field.ts';

export interface FieldRequirement {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

export type FieldSelectorResult =
  | { readonly ok: true; readonly requirements: readonly FieldRequirement[] }
  /** The API server's words. */
  | { readonly ok: false; readonly error: string };

/** Fields beyond metadata.name and metadata.namespace by which the server can select; what it says of others. */
const selectable: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.podIPs',
    'status.nominatedNodeName',
  ],
  services: ['spec.clusterIP', 'spec.type'],
  nodes: ['spec.unschedulable'],
  namespaces: ['status.phase'],
  secrets: ['type'],
  replicasets: ['status.replicas'],
  jobs: ['status.successful'],
};

/** Reads a selector for a kind. Models apimachinery/pkg/fields ParseSelector and the kinds' field label conversions, v1.36. */
export function parseFieldSelector(text: string, kind: ApiKind): FieldSelectorResult {
  const requirements: FieldRequirement[] = [];
  for (const term of text.split(',')) {
    if (term === '') continue;
    const [, field, sign, value] = /^(.*?)(!=|==|=)(.*)$/s.exec(term) ?? [];
    if (field === undefined || sign === undefined || value === undefined)
      return { ok: false, error: `invalid selector: '${text}'; can't understand '${term}'` };
    const known = Object.hasOwn(selectable, kind.plural) ? selectable[kind.plural] : undefined;
    if (field !== 'metadata.name' && field !== 'metadata.namespace' && !known?.includes(field))
      return { ok: false, error: unsupported(field, known !== undefined) };
    requirements.push({ field, equal: sign !== '!=', value });
  }
  return { ok: true, requirements };
}

/** True when the object fulfils every requirement. */
export function meetsFields(requirements: readonly FieldRequirement[], object: KubeObject): boolean {
  return requirements.every(({ field, equal, value }) => (fieldText(object, field) === value) === equal);
}

function unsupported(field: string, ownList: boolean): string {
  return ownList
    ? `field label not supported: ${field}`
    : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

function fieldText(object: KubeObject, field: string): string {
  const text = textAt(object, ...field.split('.'));
  return text === '' && (field === 'spec.hostNetwork' || field === 'spec.unschedulable') ? 'false' : text;
}
