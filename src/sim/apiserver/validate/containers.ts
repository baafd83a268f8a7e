/** Containers of a pod, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isPortName, isPortNumber } from '../../api/names.ts';
import type { Container, ContainerPort, JsonObject, PodSpec } from '../../api/objects.ts';
import { duplicate, invalid, invalids, notFoundValue, notSupported, oneOf, required } from '../field-errors.ts';
import { validateProbes, validateResources } from './probes.ts';
import { protocols } from './service-ports.ts';

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const messagePolicies = ['FallbackToLogsOnError', 'File'];

type AnyContainer = Container & {
  readonly imagePullPolicy?: string;
  readonly terminationMessagePolicy?: string;
  readonly volumeMounts?: readonly JsonObject[];
};

/** Models pkg/apis/core/validation validateContainers, v1.36. */
export function validateContainers(path: string, spec: PodSpec, volumes: readonly string[]): FieldError[] {
  if (spec.containers.length === 0) return [required(path)];
  const names = new Set<string>();
  const errors = spec.containers.flatMap((container, i) => {
    const own = validateContainer(`${path}[${i}]`, container, volumes, spec.hostNetwork === true);
    const { name = '' } = container;
    if (names.has(name)) own.push(duplicate(`${path}[${i}].name`, name));
    names.add(name);
    return [...own, ...validateProbes(`${path}[${i}]`, container)];
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

/** Names must differ from those of the containers, too. Models pkg/apis/core/validation validateInitContainers, v1.36. */
export function validateInitContainers(path: string, spec: PodSpec, volumes: readonly string[]): FieldError[] {
  const names = new Set(spec.containers.map(({ name }) => name));
  return (spec.initContainers ?? []).flatMap((container, i) => {
    const errors = validateContainer(`${path}[${i}]`, container, volumes, spec.hostNetwork === true);
    const { name, restartPolicy } = container;
    if (name && names.has(name)) errors.push(duplicate(`${path}[${i}].name`, name));
    names.add(name);
    if (restartPolicy !== undefined && !['Always', 'Never', 'OnFailure'].includes(restartPolicy))
      errors.push(notSupported(`${path}[${i}].restartPolicy`, restartPolicy, ['Always', 'Never', 'OnFailure']));
    return errors;
  });
}

function validateContainer(
  path: string,
  typed: Container,
  volumes: readonly string[],
  hostNetwork: boolean,
): FieldError[] {
  const container: AnyContainer = typed;
  const { name = '', image = '' } = container;
  return [
    ...(name ? invalids(`${path}.name`, name, isDNS1123Label(name)) : [required(`${path}.name`)]),
    ...validateImage(`${path}.image`, image),
    ...oneOf(`${path}.terminationMessagePolicy`, container.terminationMessagePolicy, messagePolicies),
    ...validatePorts(`${path}.ports`, container.ports ?? []),
    ...(container.env ?? []).flatMap((env, i) => validateEnv(`${path}.env[${i}]`, env)),
    ...validateMounts(`${path}.volumeMounts`, container.volumeMounts ?? [], volumes),
    ...oneOf(`${path}.imagePullPolicy`, container.imagePullPolicy, pullPolicies),
    ...validateResources(`${path}.resources`, container.resources ?? {}),
    ...(hostNetwork ? validateHostNetwork(`${path}.ports`, container.ports ?? []) : []),
  ];
}

function validateImage(path: string, image: string): FieldError[] {
  if (image === '') return [required(path)];
  return image === image.trim() ? [] : [invalid(path, image, 'must not have leading or trailing whitespace')];
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

function validateHostNetwork(path: string, ports: readonly ContainerPort[]): FieldError[] {
  return ports.flatMap(({ containerPort, hostPort }, i) =>
    hostPort === containerPort
      ? []
      : [invalid(`${path}[${i}].containerPort`, containerPort, 'must match `hostPort` when `hostNetwork` is true')],
  );
}

function validateEnv(
  path: string,
  { name = '', value, valueFrom }: NonNullable<Container['env']>[number],
): FieldError[] {
  if (name === '') return [required(`${path}.name`)];
  const errors: FieldError[] = [];
  if (/[^ -~]|=/.test(name))
    errors.push(
      invalid(
        `${path}.name`,
        name,
        "a valid environment variable name must consist only of printable ASCII characters other than '='",
      ),
    );
  if (value && valueFrom)
    errors.push(invalid(`${path}.valueFrom`, '', 'may not be specified when `value` is not empty'));
  return errors;
}

function validateMounts(path: string, mounts: readonly JsonObject[], volumes: readonly string[]): FieldError[] {
  const paths = new Set<string>();
  return mounts.flatMap((mount, i) => {
    const name = String(mount['name'] ?? '');
    const mountPath = String(mount['mountPath'] ?? '');
    const errors: FieldError[] = [];
    if (name === '') errors.push(required(`${path}[${i}].name`));
    else if (!volumes.includes(name)) errors.push(notFoundValue(`${path}[${i}].name`, name));
    if (mountPath === '') errors.push(required(`${path}[${i}].mountPath`));
    else if (paths.has(mountPath)) errors.push(invalid(`${path}[${i}].mountPath`, mountPath, 'must be unique'));
    paths.add(mountPath);
    return errors;
  });
}
