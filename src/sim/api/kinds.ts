/** The API server's list of kinds (recorded from Kubernetes 1.36.2), and look-ups on it. */
import kinds from './kinds.json' with { type: 'json' };
import type { ModelledResource } from './objects.ts';

export interface ApiKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly namespaced: boolean;
  readonly preferred: boolean;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

/**
 * A line per group and version (`?`: another version is preferred), kinds apart by a blank: `*Kind/plural:short,short@category`. `*`: not
 * in a namespace; the plural stands only where it is not formed by rule.
 */
export const apiKinds: readonly ApiKind[] = Object.entries(kinds).flatMap(([line, written]) =>
  written.split(' ').map((kind) => readKind(line, kind)),
);

function readKind(line: string, written: string): ApiKind {
  const [, other = '', kind = '', plural, shortNames, category] =
    /^(\*?)(\w+)(?:\/(\w+))?(?::([\w,]+))?(?:@(.+))?$/.exec(written) ?? [];
  const [version = '', group = ''] = line.replace('?', '').split('/').reverse();
  const singular = kind.toLowerCase();
  return {
    group,
    version,
    preferred: !line.endsWith('?'),
    kind,
    plural: plural ?? singular.replace(/y$/, 'ie').replace(/s$/, 'se') + 's',
    singular,
    namespaced: other === '',
    ...(shortNames !== undefined && { shortNames: shortNames.split(',') }),
    ...(category !== undefined && { categories: [category] }),
  };
}

const modelled: Readonly<Record<ModelledResource, string>> = {
  namespaces: '',
  nodes: '',
  pods: '',
  services: '',
  endpoints: '',
  endpointslices: 'discovery.k8s.io',
  deployments: 'apps',
  replicasets: 'apps',
  statefulsets: 'apps',
  daemonsets: 'apps',
  jobs: 'batch',
};

const byTypeMeta = new Map(apiKinds.map((k) => [`${apiVersionOf(k)}/${k.kind}`, k]));

/** "v1" or "group/version". */
export function apiVersionOf(kind: ApiKind): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}

/** The kind that an object's apiVersion and kind name exactly, or undefined ("no matches for kind"). */
export function findKind(apiVersion: string, kind: string): ApiKind | undefined {
  return byTypeMeta.get(`${apiVersion}/${kind}`);
}

/** True for a kind whose behaviour the engine computes; the others are only stored. */
export function isModelled(kind: ApiKind): boolean {
  return modelled[kind.plural as ModelledResource] === kind.group;
}

/** Name of the cluster's table for a kind: the plural, with its group (`plural.group`) where the kind is not simulated. */
export function tableName(kind: ApiKind): string {
  return isModelled(kind) || kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
}

/** `service`, `deployment.apps`: how kubectl names the kind in its output lines (`service/web created`). */
export function singularWithGroup(kind: ApiKind): string {
  return kind.group === '' ? kind.singular : `${kind.singular}.${kind.group}`;
}
