/** Which values the API server tells for a field (recorded from its OpenAPI document, Kubernetes 1.36.2). */
import recorded from './field-values.json' with { type: 'json' };

const values = recorded as Readonly<Record<string, readonly string[]>>;

/** The values of `ServiceSpec.type`, or of the items of `ServiceSpec.ipFamilies`; undefined where any may stand. "" may be among them. */
export function fieldValues(key: string): readonly string[] | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
