/** Volumes of a pod. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label } from '../../api/names.ts';
import type { JsonObject, PodSpec } from '../../api/objects.ts';
import { duplicate, forbidden, invalids, required } from '../field-errors.ts';

/** In the order in which the server looks for them; each with the fields that it must have. */
const sources: Readonly<Record<string, readonly string[]>> = {
  emptyDir: [],
  hostPath: ['path'],
  secret: ['secretName'],
  nfs: ['server', 'path'],
  persistentVolumeClaim: ['claimName'],
  downwardAPI: [],
  configMap: ['name'],
  projected: [],
  csi: ['driver'],
  ephemeral: [],
  image: [],
};

/**
 * `names`: of the volumes without a fault. Of other sources than these, and of what is inside them, nothing is checked.
 * Models pkg/apis/core/validation ValidateVolumes, v1.36.
 */
export function validateVolumes(path: string, spec: PodSpec) {
  const { volumes = [] } = spec as PodSpec & { readonly volumes?: readonly JsonObject[] };
  const names: string[] = [];
  const errors = volumes.flatMap((volume, i): readonly FieldError[] => {
    const at = `${path}[${i}]`;
    const name = String(volume['name'] ?? '');
    const found = [
      ...validateSource(at, volume),
      ...(name === '' ? [required(`${at}.name`)] : invalids(`${at}.name`, name, isDNS1123Label(name))),
      ...(names.includes(name) ? [duplicate(`${at}.name`, name)] : []),
    ];
    if (found.length === 0) names.push(name);
    return found;
  });
  return { errors, names };
}

function validateSource(path: string, volume: JsonObject): readonly FieldError[] {
  const given = Object.keys(sources).filter((source) => volume[source] !== undefined);
  return given.flatMap((source, i) => {
    if (i > 0) return [forbidden(`${path}.${source}`, 'may not specify more than 1 volume type')];
    const missing = (sources[source] ?? []).filter((field) => !(volume[source] as JsonObject)[field]);
    return missing.map((field) => required(`${path}.${source}.${field}`));
  });
}
