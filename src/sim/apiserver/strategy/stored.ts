/** Kinds that are only stored, whose fields the server fills in and checks. */
import type { JsonObject, KubeObject } from '../../api/objects.ts';
import { encodeBytes } from '../decode/decode-bytes.ts';
import { validateConfigMap, validateSecret } from '../validate/config.ts';
import { validateIngress } from '../validate/ingress.ts';
import { validateNetworkPolicy } from '../validate/network-policy.ts';
import { without } from '../without.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import type { Strategy } from './strategy.ts';

/** An object with the fields that its kind has. */
export type StoredObject = KubeObject & { readonly spec?: JsonObject; readonly [field: string]: unknown };

const keep = (object: KubeObject) => object;

/** Models pkg/registry/core/configmap, v1.36. */
export const configMapStrategy: Strategy = {
  withDefaults: keep,
  prepareForCreate: keep,
  prepareForUpdate: keep,
  validate: validateConfigMap,
  warnings: () => [],
};

/** What is typed as text is stored as bytes. Models pkg/registry/core/secret and pkg/apis/core/v1 conversion, v1.36. */
export const secretStrategy: Strategy = {
  ...configMapStrategy,
  withDefaults: (object) => {
    const { stringData = {}, data, type } = object as StoredObject;
    const texts = Object.entries(stringData as Readonly<Record<string, string>>);
    const bytes = texts.map(([key, text]) => [key, encodeBytes(text)]);
    const all = { ...(data as JsonObject | undefined), ...(Object.fromEntries(bytes) as JsonObject) };
    const plain = without(object as StoredObject, 'stringData');
    return { ...plain, type: type ?? 'Opaque', ...(Object.keys(all).length > 0 && { data: all }) };
  },
  validate: validateSecret,
};

const counted = {
  prepareForUpdate: (object: KubeObject, old: KubeObject) => nextGeneration(object, old, differs(object, old)),
};

const classAnnotation = 'kubernetes.io/ingress.class';

/** Models pkg/registry/networking/ingress, v1.36. */
export const ingressStrategy: Strategy = {
  ...counted,
  withDefaults: (object) => ({ ...object, spec: (object as StoredObject).spec ?? {} }),
  prepareForCreate: (object) => firstGeneration({ ...object, status: { loadBalancer: {} } }),
  prepareForUpdate: (object, old) =>
    counted.prepareForUpdate({ ...object, ...('status' in old && { status: old.status }) } as KubeObject, old),
  prepareForStatus: (object, old) => ({ ...object, spec: (old as StoredObject).spec }) as KubeObject,
  validate: validateIngress,
  warnings: (object, old) => {
    const typed = Object.hasOwn(object.metadata.annotations ?? {}, classAnnotation);
    if (old || !typed || (object as StoredObject).spec?.['ingressClassName'] !== undefined) return [];
    return [`annotation "${classAnnotation}" is deprecated, please use 'spec.ingressClassName' instead`];
  },
};

/** Models pkg/registry/networking/networkpolicy and pkg/apis/networking/v1 defaults, v1.36. */
export const networkPolicyStrategy: Strategy = {
  ...counted,
  withDefaults: (object) => {
    const { podSelector = {}, ingress, egress, policyTypes, ...rest } = (object as StoredObject).spec ?? {};
    const types = ['Ingress', ...(Array.isArray(egress) && egress.length > 0 ? ['Egress'] : [])];
    return {
      ...object,
      spec: {
        ...rest,
        podSelector,
        ...(ingress !== undefined && { ingress: withProtocols(ingress as readonly JsonObject[]) }),
        ...(egress !== undefined && { egress: withProtocols(egress as readonly JsonObject[]) }),
        policyTypes: policyTypes ?? types,
      },
    } as KubeObject;
  },
  prepareForCreate: firstGeneration,
  validate: validateNetworkPolicy,
  warnings: () => [],
};

function withProtocols(rules: readonly JsonObject[]): readonly JsonObject[] {
  return rules.map((rule) => {
    const ports = rule['ports'] as readonly JsonObject[] | undefined;
    return ports ? { ...rule, ports: ports.map((port) => ({ protocol: 'TCP', ...port })) } : rule;
  });
}
