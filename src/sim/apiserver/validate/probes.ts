/** Probes and resources of a container, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isPortName, isPortNumber, isQualifiedName } from '../../api/names.ts';
import type { Container, JsonObject, Probe } from '../../api/objects.ts';
import { parseQuantity } from '../../api/quantity.ts';
import { forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;
const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

type Probed = Container & {
  readonly livenessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly postStart?: Probe; readonly preStop?: Probe };
};

/**
 * What is run beside a container: hooks and probes. `grace` is how long its pod may take to end.
 * Models pkg/apis/core/validation validateLifecycle, validateLivenessProbe and its neighbours, v1.36.
 */
export function validateProbes(path: string, container: Container, grace = 30): FieldError[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle = {} }: Probed = container;
  return [
    ...(['postStart', 'preStop'] as const).flatMap((hook) => {
      const handler = lifecycle[hook];
      return handler ? validateHandlers(`${path}.lifecycle.${hook}`, handler, grace) : [];
    }),
    ...validateProbe(`${path}.livenessProbe`, livenessProbe, true),
    ...validateProbe(`${path}.readinessProbe`, readinessProbe, false),
    ...validateProbe(`${path}.startupProbe`, startupProbe, true),
  ];
}

function validateProbe(path: string, probe: Probe | undefined, once: boolean): FieldError[] {
  if (!probe) return [];
  const successes = Number(probe['successThreshold'] ?? 0);
  return [
    ...validateHandlers(path, probe),
    ...counts.flatMap((field) => {
      const count = Number(probe[field] ?? 0);
      return count < 0 ? [invalid(`${path}.${field}`, count, 'must be greater than or equal to 0')] : [];
    }),
    ...(once && successes !== 1 ? [invalid(`${path}.successThreshold`, successes, 'must be 1')] : []),
  ];
}

function validateHandlers(path: string, probe: Probe, grace = 0): FieldError[] {
  const given = handlers.filter((handler) => probe[handler] !== undefined);
  if (given.length === 0) return [required(path, 'must specify a handler type')];
  return given.flatMap((handler, i) =>
    i > 0
      ? [forbidden(`${path}.${handler}`, 'may not specify more than 1 handler type')]
      : validateHandler(`${path}.${handler}`, handler, probe[handler] as JsonObject, grace),
  );
}

function validateHandler(
  path: string,
  handler: (typeof handlers)[number],
  given: JsonObject,
  grace: number,
): FieldError[] {
  if (handler === 'sleep') {
    const seconds = Number(given['seconds'] ?? 0);
    if (seconds >= 0 && seconds <= grace) return [];
    return [invalid(path, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${grace})`)];
  }
  if (handler === 'exec') {
    const command = given['command'];
    return Array.isArray(command) && command.length > 0 ? [] : [required(`${path}.command`)];
  }
  const errors = validatePort(`${path}.port`, given['port'] ?? 0);
  if (handler !== 'httpGet') return errors;
  const scheme = String(given['scheme'] ?? '');
  if (!['HTTP', 'HTTPS'].includes(scheme)) errors.push(notSupported(`${path}.scheme`, scheme, ['HTTP', 'HTTPS']));
  return given['path'] ? errors : [required(`${path}.path`), ...errors];
}

function validatePort(path: string, port: unknown): FieldError[] {
  return typeof port === 'number'
    ? invalids(path, port, isPortNumber(port))
    : invalids(path, String(port), isPortName(String(port)));
}

/** Models pkg/apis/core/validation validateContainerResourceRequirements, v1.36, without its rules for single resources. */
export function validateResources(path: string, { limits = {}, requests = {} }: NonNullable<Container['resources']>) {
  return [
    ...Object.entries(limits).flatMap(([name, limit]) => [
      ...resourceName(`${path}.limits[${name}]`, name),
      ...notNegative(`${path}.limits[${name}]`, limit),
    ]),
    ...Object.entries(requests).flatMap(([name, request]) => [
      ...resourceName(`${path}.requests[${name}]`, name),
      ...notNegative(`${path}.requests[${name}]`, request),
      ...withinLimit(`${path}.requests`, name, request, Object.hasOwn(limits, name) ? limits[name] : undefined),
    ]),
  ];
}

/** Names without a domain are Kubernetes' own. Models pkg/apis/core/validation validateContainerResourceName, v1.36. */
function resourceName(path: string, name: string): FieldError[] {
  const complaints = invalids(path, name, isQualifiedName(name));
  if (name.includes('/') || /^(cpu|memory|ephemeral-storage|hugepages-.*)$/.test(name)) return complaints;
  return [
    ...(complaints.length > 0
      ? complaints
      : [invalid(path, name, 'must be a standard resource type or fully qualified')]),
    invalid(path, name, 'must be a standard resource for containers'),
  ];
}

function notNegative(path: string, quantity: string | number): FieldError[] {
  const amount = amountOf(quantity);
  return amount < 0 ? [invalid(path, String(quantity), 'must be greater than or equal to 0')] : [];
}

function withinLimit(path: string, name: string, request: string | number, limit: string | number | undefined) {
  if (limit === undefined || amountOf(request) <= amountOf(limit)) return [];
  return [invalid(path, String(request), `must be less than or equal to ${name} limit of ${String(limit)}`)];
}

function amountOf(quantity: string | number): number {
  const amount = parseQuantity(String(quantity));
  return typeof amount === 'number' ? amount : 0;
}
