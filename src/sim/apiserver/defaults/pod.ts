/** What the server fills into pods and pod templates. */
import type { Container, ContainerPort, JsonObject, Pod, PodSpec, PodTemplate, Probe } from '../../api/objects.ts';
import { isMap } from '../decode/json-kind.ts';
import { qosClass } from './qos-class.ts';

/** Fields that the engine does not read but that are defaulted and printed. */
interface ContainerDefaults {
  readonly imagePullPolicy?: string;
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly livenessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: JsonObject;
}
interface SpecDefaults {
  readonly schedulerName?: string;
  readonly securityContext?: JsonObject;
  readonly tolerations?: readonly JsonObject[];
  readonly priority?: number;
  readonly preemptionPolicy?: string;
  readonly volumes?: readonly JsonObject[];
}

/** A pod as it is stored when created: spec with all defaults, phase Pending. Models SetDefaults_Pod and admission, v1.36. */
export function defaultPod(pod: Pod): Pod {
  return { ...pod, spec: defaultPodSpec(pod.spec ?? { containers: [] }) };
}

/** Status of a pod that was just created. */
export function newPodStatus(spec: PodSpec): Pod['status'] {
  return { phase: 'Pending', qosClass: qosClass(spec) };
}

/**
 * The spec of a pod with everything that is filled in on creation: a template's defaults, what only pods get,
 * and what admission adds (tolerations, priority). Applied twice it changes nothing.
 */
export function defaultPodSpec(typed: PodSpec): PodSpec {
  const spec: PodSpec & SpecDefaults = defaultTemplateSpec(typed);
  const complete = (container: Container): Container =>
    requestsFromLimits(spec.hostNetwork === true ? onHost(container) : container);
  return {
    ...spec,
    containers: spec.containers.map(complete),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(complete) }),
    enableServiceLinks: spec.enableServiceLinks ?? true,
    ...({
      priority: spec.priority ?? 0,
      preemptionPolicy: spec.preemptionPolicy ?? 'PreemptLowerPriority',
      tolerations: withNodeTolerations(spec.tolerations ?? []),
    } satisfies SpecDefaults),
  };
}

/** A workload's template. Models SetDefaults_PodSpec, v1.36. */
export function defaultPodTemplate(template: PodTemplate | undefined): PodTemplate {
  return {
    ...template,
    metadata: template?.metadata ?? {},
    spec: defaultTemplateSpec(template?.spec ?? { containers: [] }),
  };
}

function defaultTemplateSpec(typed: PodSpec): PodSpec & SpecDefaults {
  const spec: PodSpec & SpecDefaults = typed;
  return {
    ...spec,
    containers: (spec.containers ?? []).map(defaultContainer),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(defaultContainer) }),
    ...(spec.volumes && { volumes: spec.volumes.map(defaultVolume) }),
    dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
    restartPolicy: spec.restartPolicy ?? 'Always',
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
    schedulerName: spec.schedulerName ?? 'default-scheduler',
    securityContext: spec.securityContext ?? {},
  };
}

function defaultContainer(typed: Container): Container {
  const container: Container & ContainerDefaults = typed;
  const probes = Object.fromEntries(
    (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((name) => {
      const probe = container[name];
      return probe ? [[name, defaultProbe(probe)]] : [];
    }),
  );
  return {
    ...container,
    ...(container.ports && { ports: container.ports.map(defaultContainerPort) }),
    ...(container.env && { env: container.env.map(defaultEnv) }),
    ...probes,
    ...(container.lifecycle && { lifecycle: defaultHooks(container.lifecycle) }),
    resources: container.resources ?? {},
    ...({
      imagePullPolicy: container.imagePullPolicy ?? pullPolicy(container.image ?? ''),
      terminationMessagePath: container.terminationMessagePath ?? '/dev/termination-log',
      terminationMessagePolicy: container.terminationMessagePolicy ?? 'File',
    } satisfies ContainerDefaults),
  };
}

function defaultContainerPort(port: ContainerPort): ContainerPort {
  return { ...port, containerPort: port.containerPort ?? 0, protocol: port.protocol ?? 'TCP' };
}

/** In the node's network a container's port is a port of the node. */
function onHost(container: Container): Container {
  if (!container.ports) return container;
  return {
    ...container,
    ports: container.ports.map((port) => ({ ...port, hostPort: port.hostPort || port.containerPort })),
  };
}

type Env = NonNullable<Container['env']>[number];

function defaultEnv(env: Env): Env {
  const fieldRef = env.valueFrom?.['fieldRef'] as JsonObject | undefined;
  if (!fieldRef || fieldRef['apiVersion']) return env;
  return { ...env, valueFrom: { ...env.valueFrom, fieldRef: { apiVersion: 'v1', ...fieldRef } } };
}

function defaultProbe(probe: Probe): Probe {
  const grpc = probe['grpc'] as JsonObject | undefined;
  return {
    ...defaultHandler(probe),
    ...(grpc && { grpc: { ...grpc, service: grpc['service'] ?? '' } }),
    timeoutSeconds: probe['timeoutSeconds'] ?? 1,
    periodSeconds: probe['periodSeconds'] ?? 10,
    successThreshold: probe['successThreshold'] ?? 1,
    failureThreshold: probe['failureThreshold'] ?? 3,
  };
}

function defaultHooks(lifecycle: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(lifecycle).map(([hook, handler]) => [
      hook,
      isMap(handler) ? (defaultHandler(handler) as JsonObject) : handler,
    ]),
  );
}

function defaultHandler(handler: Probe): Probe {
  const httpGet = handler['httpGet'] as JsonObject | undefined;
  if (!httpGet) return handler;
  return { ...handler, httpGet: { ...httpGet, path: httpGet['path'] ?? '/', scheme: httpGet['scheme'] ?? 'HTTP' } };
}

/** Files of these volumes are 0644 unless said otherwise. */
function defaultVolume(volume: JsonObject): JsonObject {
  if (Object.keys(volume).every((key) => key === 'name')) return { ...volume, emptyDir: {} };
  const hostPath = volume['hostPath'] as JsonObject | undefined;
  if (hostPath) return { ...volume, hostPath: { ...hostPath, type: hostPath['type'] ?? '' } };
  const moded = ['configMap', 'secret', 'projected', 'downwardAPI'].find((source) => Object.hasOwn(volume, source));
  if (!moded) return volume;
  const source = volume[moded] as JsonObject;
  const sources = source['sources'] as readonly JsonObject[] | undefined;
  const defaulted = { ...source, defaultMode: source['defaultMode'] ?? 0o644 };
  return { ...volume, [moded]: sources ? { ...defaulted, sources: sources.map(defaultProjection) } : defaulted };
}

/** A token lives an hour. */
function defaultProjection(projection: JsonObject): JsonObject {
  const token = projection['serviceAccountToken'] as JsonObject | undefined;
  if (!token) return projection;
  return { ...projection, serviceAccountToken: { ...token, expirationSeconds: token['expirationSeconds'] ?? 3600 } };
}

/** No tag or `latest` is pulled always. */
function pullPolicy(image: string): string {
  if (image.includes('@')) return 'IfNotPresent';
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

/** A limit without a request is the request as well. */
function requestsFromLimits(container: Container): Container {
  const { limits, requests } = container.resources ?? {};
  if (!limits || Object.keys(limits).every((name) => requests && Object.hasOwn(requests, name))) return container;
  return { ...container, resources: { ...container.resources, limits, requests: { ...limits, ...requests } } };
}

/** Models plugin/pkg/admission/defaulttolerationseconds, v1.36. */
function withNodeTolerations(tolerations: readonly JsonObject[]): readonly JsonObject[] {
  const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];
  const missing = keys.filter((key) => !tolerations.some((toleration) => tolerates(toleration, key)));
  const added = missing.map((key) => ({ effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds: 300 }));
  return added.length > 0 ? [...tolerations, ...added] : tolerations;
}

function tolerates(toleration: JsonObject, key: string): boolean {
  return (
    (!toleration['key'] || toleration['key'] === key) && (!toleration['effect'] || toleration['effect'] === 'NoExecute')
  );
}
