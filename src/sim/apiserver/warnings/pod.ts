/** What the server warns of in pods and templates that it accepts. */
import { goQuote } from '../../api/go-text.ts';
import type { Container, JsonObject, Labels, PodSpec } from '../../api/objects.ts';
import { parseQuantity } from '../../api/quantity.ts';
import { portWarnings, type PlacedContainer } from './container-ports.ts';
import { nodeWarnings, podAffinityWarnings, type Placement } from './pod-placement.ts';
import { ipWarnings } from './service.ts';

interface Templated {
  readonly metadata?: { readonly annotations?: Labels };
  readonly spec: PodSpec;
}

type Spec = PodSpec &
  Placement & {
    readonly hostAliases?: readonly { readonly ip?: string }[];
    readonly imagePullSecrets?: readonly { readonly name?: string }[];
    readonly securityContext?: JsonObject;
    readonly volumes?: readonly JsonObject[];
  };
type Secured = Container & { readonly securityContext?: JsonObject };

const oldVolumes: Readonly<Record<string, string>> = {
  photonPersistentDisk: 'deprecated in v1.11, non-functional in v1.16+',
  gitRepo: 'deprecated in v1.11',
  scaleIO: 'deprecated in v1.16, non-functional in v1.22+',
  flocker: 'deprecated in v1.22, non-functional in v1.25+',
  storageos: 'deprecated in v1.22, non-functional in v1.25+',
  quobyte: 'deprecated in v1.22, non-functional in v1.25+',
  glusterfs: 'deprecated in v1.25, non-functional in v1.26+',
  cephfs: 'deprecated in v1.28, non-functional in v1.31+',
  rbd: 'deprecated in v1.28, non-functional in v1.31+',
};
const oldAnnotations: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': 'non-functional in v1.16+; use the "priorityClassName" field instead',
  'security.alpha.kubernetes.io/sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
};
const seccomp = 'seccomp.security.alpha.kubernetes.io/pod';
const containerSeccomp = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/';

/** `before` is "" for a pod, `spec.template.` for a template. Models pkg/api/pod warningsForPodSpecAndMeta, v1.36. */
export function podWarnings(before: '' | 'spec.template.', { metadata, spec: typed }: Templated): string[] {
  const spec: Spec = typed;
  const path = `${before}spec`;
  const annotations = metadata?.annotations ?? {};
  const visited: readonly PlacedContainer[] = [
    ...(spec.initContainers ?? []).map((c, i): PlacedContainer => [`${path}.initContainers[${i}]`, c]),
    ...spec.containers.map((c, i): PlacedContainer => [`${path}.containers[${i}]`, c]),
  ];
  const old = (key: string, isSet: boolean, why: string): string[] =>
    isSet || !Object.hasOwn(annotations, key) ? [] : [`${before}metadata.annotations[${key}]: ${why}`];
  return [
    ...nodeWarnings(path, spec),
    ...Object.entries(oldAnnotations).flatMap(([key, why]) => old(key, false, why)),
    ...specWarnings(path, spec),
    ...old(seccomp, hasProfile(spec, 'seccompProfile'), useField('non-functional in v1.27+', 'seccompProfile')),
    ...visited.flatMap(([at, container]) => [
      ...old(
        `${containerSeccomp}${container.name}`,
        hasProfile(container, 'seccompProfile'),
        useField('non-functional in v1.27+', 'seccompProfile'),
      ),
      ...old(
        `${appArmor}${container.name}`,
        hasProfile(spec, 'appArmorProfile') || hasProfile(container, 'appArmorProfile'),
        useField('deprecated since v1.30', 'appArmorProfile'),
      ),
      ...resourceWarnings(at, container),
      ...envWarnings(at, container),
    ]),
    ...portWarnings(visited),
    ...((spec.terminationGracePeriodSeconds ?? 0) < 0
      ? [`${path}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`]
      : []),
    ...podAffinityWarnings(path, spec),
    ...addressWarnings(path, spec),
  ];
}

function useField(since: string, field: string): string {
  return `${since}; use the "${field}" field instead`;
}

function hasProfile({ securityContext }: Secured | Spec, profile: string): boolean {
  return securityContext?.[profile] !== undefined;
}

function specWarnings(path: string, { volumes = [], hostAliases = [], imagePullSecrets = [] }: Spec): string[] {
  const again = (list: readonly string[], at: (i: number) => string): string[] =>
    list.flatMap((text, i) => (list.indexOf(text) < i ? [`${at(i)} ${goQuote(text)}`] : []));
  const aliases = hostAliases.map(({ ip = '' }) => ip);
  const secrets = imagePullSecrets.map(({ name = '' }) => name);
  return [
    ...volumes.flatMap((volume, i) =>
      Object.entries(oldVolumes).flatMap(([source, why]) =>
        volume[source] === undefined
          ? []
          : [`${path}.volumes[${i}].${source === 'storageos' ? 'storageOS' : source}: ${why}`],
      ),
    ),
    ...again(aliases, (i) => `${path}.hostAliases[${i}].ip: duplicate ip`),
    ...again(secrets, (i) => `${path}.imagePullSecrets[${i}].name: duplicate name`),
    ...secrets.flatMap((name, i) =>
      name === '' ? [`${path}.imagePullSecrets[${i}].name: invalid empty name ""`] : [],
    ),
  ];
}

function resourceWarnings(path: string, { resources }: Container): string[] {
  return (['memory', 'ephemeral-storage'] as const).flatMap((resource) =>
    (['limits', 'requests'] as const).flatMap((list) => {
      const text = resources?.[list]?.[resource];
      const amount = text === undefined ? 0 : parseQuantity(String(text));
      if (typeof amount !== 'number' || Number.isInteger(amount)) return [];
      const at = `${path}.resources.${list}[${resource}]`;
      return [`${at}: fractional byte value ${goQuote(String(text))} is invalid, must be an integer`];
    }),
  );
}

/** A second value is fine where it makes something of the first. */
function envWarnings(path: string, { env = [] }: Container): string[] {
  return env.flatMap(({ name, value = '', valueFrom }, i) => {
    const reference = `$(${name})`;
    const builds = !valueFrom && value !== reference && value.includes(reference);
    if (builds || env.findIndex((other) => other.name === name) === i) return [];
    return [`${path}.env[${i}]: hides previous definition of ${goQuote(name)}, which may be dropped when using apply`];
  });
}

function addressWarnings(path: string, { dnsConfig, hostAliases = [] }: Spec): string[] {
  return [
    ...(dnsConfig?.nameservers ?? []).flatMap((ip, i) => ipWarnings(`${path}.dnsConfig.nameservers[${i}]`, ip)),
    ...hostAliases.flatMap(({ ip = '' }, i) => ipWarnings(`${path}.hostAliases[${i}].ip`, ip)),
  ];
}
