/** Containers of a pod, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isEnvName, isPortName, isPortNumber } from '../../api/names.ts';
import type { Container, ContainerPort, PodSpec } from '../../api/objects.ts';
import { duplicate, forbidden, invalid, invalids, notSupported, oneOf, required } from '../field-errors.ts';
import { validateProbes, validateResources } from './probes.ts';
import type { SeldomChecks } from './seldom-checks.ts';
import { protocols } from './service-ports.ts';

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const messagePolicies = ['File', 'FallbackToLogsOnError'];
const restartPolicies = ['Always', 'Never', 'OnFailure'];

type AnyContainer = Container & {
  readonly imagePullPolicy?: string;
  readonly terminationMessagePolicy?: string;
};

/** The checks of seldom fields, if they are loaded, and the volumes that may be mounted. */
export interface ContainerContext {
  readonly seldom: SeldomChecks | undefined;
  readonly volumes: readonly string[];
}

/** Models pkg/apis/core/validation validateContainers, v1.36. */
export function validateContainers(path: string, spec: PodSpec, context: ContainerContext): FieldError[] {
  if (spec.containers.length === 0) return [required(path)];
  const names = new Set<string>();
  const errors = spec.containers.flatMap((container, i) => {
    const at = `${path}[${i}]`;
    const own = validateContainer(at, container, context);
    const { name = '' } = container;
    if (names.has(name)) own.push(duplicate(`${at}.name`, name));
    names.add(name);
    return [
      ...own,
      ...validateProbes(at, container, spec.terminationGracePeriodSeconds),
      ...restartPolicy(at, container),
    ];
  });
  return [...errors, ...hostPortConflicts(path, spec.containers)];
}

/** Models pkg/apis/core/validation checkHostPortConflicts, v1.36. */
function hostPortConflicts(path: string, containers: readonly Container[]): FieldError[] {
  const taken = new Set<string>();
  return containers.flatMap(({ ports = [] }, i) =>
    ports.flatMap(({ protocol = '', hostIP = '', hostPort = 0 }, j) => {
      const key = `${protocol}/${hostIP}/${hostPort}`;
      const again = hostPort !== 0 && taken.has(key);
      if (hostPort !== 0) taken.add(key);
      return again ? [duplicate(`${path}[${i}].ports[${j}].hostPort`, key)] : [];
    }),
  );
}

/** Nobody waits for what has ended: only sidecars are probed. */
const notForInit = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Names must differ from those of the containers, too. Models pkg/apis/core/validation validateInitContainers, v1.36. */
export function validateInitContainers(path: string, spec: PodSpec, context: ContainerContext): FieldError[] {
  const names = new Set(spec.containers.map(({ name }) => name));
  return (spec.initContainers ?? []).flatMap((container, i) => {
    const at = `${path}[${i}]`;
    const errors = [...validateContainer(at, container, context), ...restartPolicy(at, container)];
    const { name } = container;
    if (name && names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
    errors.push(...hostPortConflicts(path, [container]));
    if (container.restartPolicy === 'Always')
      return [...errors, ...validateProbes(at, container, spec.terminationGracePeriodSeconds)];
    const set = notForInit.filter((field) => Object.hasOwn(container, field));
    const why = 'may not be set for init containers without restartPolicy=Always';
    return [...errors, ...set.map((field) => forbidden(`${at}.${field}`, why))];
  });
}

function restartPolicy(path: string, { restartPolicy: policy }: Container): FieldError[] {
  if (policy === undefined || restartPolicies.includes(policy)) return [];
  return [notSupported(`${path}.restartPolicy`, policy, restartPolicies)];
}

function validateContainer(path: string, typed: Container, { seldom, volumes }: ContainerContext): FieldError[] {
  const container: AnyContainer = typed;
  const { name = '', image = '' } = container;
  return [
    ...(name ? invalids(`${path}.name`, name, isDNS1123Label(name)) : [required(`${path}.name`)]),
    ...(image ? [] : [required(`${path}.image`)]),
    ...oneOf(`${path}.terminationMessagePolicy`, container.terminationMessagePolicy, messagePolicies),
    ...validatePorts(`${path}.ports`, container.ports ?? []),
    ...(container.env ?? []).flatMap((env, i) => validateEnv(`${path}.env[${i}]`, env, seldom)),
    ...(seldom?.sources(path, container, volumes) ?? []),
    ...oneOf(`${path}.imagePullPolicy`, container.imagePullPolicy, pullPolicies),
    ...validateResources(`${path}.resources`, container.resources ?? {}),
  ];
}

/** What is asked of a pod's containers, not of a template's. Models pkg/apis/core/validation validateContainersOnlyForPod, v1.36. */
export function validatePodImages({ containers, initContainers = [] }: PodSpec): FieldError[] {
  const check = (path: string, list: readonly Container[]) =>
    list.flatMap(({ image = '' }, i) => {
      const at = `${path}[${i}].image`;
      return image === image.trim() ? [] : [invalid(at, image, 'must not have leading or trailing whitespace')];
    });
  return [...check('spec.containers', containers), ...check('spec.initContainers', initContainers)];
}

/** Models pkg/apis/core/validation validateContainerPorts, v1.36. */
function validatePorts(path: string, ports: readonly ContainerPort[]): FieldError[] {
  const names = new Set<string>();
  return ports.flatMap((port, i) => {
    const at = `${path}[${i}]`;
    const errors: FieldError[] = [];
    const { name, containerPort, hostPort, protocol } = port;
    if (name) {
      const complaints = isPortName(name);
      errors.push(...invalids(`${at}.name`, name, complaints));
      if (complaints.length === 0 && names.has(name)) errors.push(duplicate(`${at}.name`, name));
      names.add(name);
    }
    if (!containerPort) errors.push(required(`${at}.containerPort`));
    else errors.push(...invalids(`${at}.containerPort`, containerPort, isPortNumber(containerPort)));
    if (hostPort) errors.push(...invalids(`${at}.hostPort`, hostPort, isPortNumber(hostPort)));
    return [...errors, ...oneOf(`${at}.protocol`, protocol, protocols)];
  });
}

/** In the node's network a port is the node's; a template may leave that to its pods. Models validatePodHostNetworkDeps, v1.36. */
export function validateHostNetwork(path: string, { hostNetwork, containers }: PodSpec): FieldError[] {
  if (hostNetwork !== true) return [];
  return containers.flatMap(({ ports = [] }, i) =>
    ports.flatMap(({ containerPort, hostPort = 0 }, j) => {
      if (hostPort === containerPort || (hostPort === 0 && path !== 'spec')) return [];
      const at = `${path}.containers[${i}].ports[${j}].hostPort`;
      return [invalid(at, hostPort, 'must match `containerPort` when `hostNetwork` is true')];
    }),
  );
}

function validateEnv(
  path: string,
  env: NonNullable<Container['env']>[number],
  seldom: SeldomChecks | undefined,
): FieldError[] {
  const { name } = env;
  const errors = name ? invalids(`${path}.name`, name, isEnvName(name)) : [required(`${path}.name`)];
  return [...errors, ...(seldom?.valueFrom(`${path}.valueFrom`, env) ?? [])];
}
