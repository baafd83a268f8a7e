/** The recorded field tables of the modelled kinds, typed, with what OpenAPI does not tell of the Go types behind them. */
import fields from '../../api/fields.json' with { type: 'json' };

export interface FieldShape {
  readonly type?: string;
  readonly format?: string;
  readonly ref?: string;
  readonly list?: FieldShape;
  readonly map?: FieldShape;
  readonly enum?: readonly string[];
  readonly mergeKey?: string;
  /** `merge`, `merge,retainKeys`; absent: the list is replaced as a whole. */
  readonly patchStrategy?: string;
}

export interface StructShape {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly required?: readonly string[];
}

const structs = fields as unknown as Readonly<Record<string, Partial<StructShape>>>;

/** The fields of a Go struct by its name in the tables; undefined for a kind that is not modelled and for plain values. */
export function structShape(name: string): StructShape | undefined {
  const struct = Object.hasOwn(structs, name) ? structs[name] : undefined;
  return struct?.fields ? (struct as StructShape) : undefined;
}

/** One field of a struct, or undefined. */
export function fieldShape(struct: string, field: string): FieldShape | undefined {
  const shape = structShape(struct);
  return shape && Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
}

/** Pointers in Go: their zero value (0, false, "") is a value and is kept. All other zero values count as not given. */
const pointers: Readonly<Record<string, readonly string[]>> = {
  ClientIPConfig: ['timeoutSeconds'],
  ClusterTrustBundleProjection: ['optional'],
  ConfigMapEnvSource: ['optional'],
  ConfigMapKeySelector: ['optional'],
  ConfigMapProjection: ['optional'],
  ConfigMapVolumeSource: ['defaultMode', 'optional'],
  Container: ['restartPolicy'],
  ContainerStatus: ['started'],
  DaemonSetSpec: ['revisionHistoryLimit'],
  DaemonSetStatus: ['collisionCount'],
  DeploymentSpec: ['replicas', 'revisionHistoryLimit', 'progressDeadlineSeconds'],
  DeploymentStatus: ['collisionCount', 'terminatingReplicas'],
  DownwardAPIVolumeSource: ['defaultMode'],
  'discovery.EndpointPort': ['name', 'protocol', 'port', 'appProtocol'],
  Endpoint: ['hostname', 'nodeName', 'zone'],
  EndpointAddress: ['nodeName'],
  EndpointConditions: ['ready', 'serving', 'terminating'],
  EndpointPort: ['appProtocol'],
  JobSpec: [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
    'manualSelector',
    'ttlSecondsAfterFinished',
    'completionMode',
    'suspend',
    'podReplacementPolicy',
    'managedBy',
  ],
  KeyToPath: ['mode'],
  LoadBalancerIngress: ['ipMode'],
  ObjectMeta: ['deletionGracePeriodSeconds'],
  OwnerReference: ['controller', 'blockOwnerDeletion'],
  PodDNSConfigOption: ['value'],
  PodSecurityContext: ['runAsUser', 'runAsGroup', 'runAsNonRoot', 'fsGroup'],
  PodSpec: [
    'activeDeadlineSeconds',
    'automountServiceAccountToken',
    'enableServiceLinks',
    'hostUsers',
    'hostnameOverride',
    'preemptionPolicy',
    'priority',
    'runtimeClassName',
    'setHostnameAsFQDN',
    'shareProcessNamespace',
    'terminationGracePeriodSeconds',
  ],
  PortStatus: ['error'],
  Probe: ['terminationGracePeriodSeconds'],
  ProjectedVolumeSource: ['defaultMode'],
  ReplicaSetSpec: ['replicas'],
  ReplicaSetStatus: ['terminatingReplicas'],
  RollingUpdateStatefulSetStrategy: ['partition'],
  SecretEnvSource: ['optional'],
  SecretKeySelector: ['optional'],
  SecretProjection: ['optional'],
  SecretVolumeSource: ['defaultMode', 'optional'],
  SecurityContext: [
    'allowPrivilegeEscalation',
    'privileged',
    'readOnlyRootFilesystem',
    'runAsGroup',
    'runAsNonRoot',
    'runAsUser',
  ],
  ServiceAccountTokenProjection: ['expirationSeconds'],
  ServicePort: ['appProtocol'],
  ServiceSpec: [
    'allocateLoadBalancerNodePorts',
    'internalTrafficPolicy',
    'ipFamilyPolicy',
    'loadBalancerClass',
    'trafficDistribution',
  ],
  StatefulSetSpec: ['replicas', 'revisionHistoryLimit'],
  StatefulSetStatus: ['collisionCount'],
  Toleration: ['tolerationSeconds'],
};
const pointerSets = new Map(Object.entries(pointers).map(([struct, names]) => [struct, new Set(names)]));

/** True when an empty value of this field is stored; else it counts as not given. Required fields have no `omitempty`. */
export function keepsZero(struct: string, field: string): boolean {
  return pointerSets.get(struct)?.has(field) === true || structShape(struct)?.required?.includes(field) === true;
}

/** Go's name of a struct of the tables, without its package. */
export function goStructName(struct: string): string {
  return struct.slice(struct.indexOf('.') + 1);
}

/** String types with a name of their own, by struct and field. */
const namedStrings: Readonly<Record<string, string>> = {
  'Container.imagePullPolicy': 'v1.PullPolicy',
  'Container.restartPolicy': 'v1.ContainerRestartPolicy',
  'Container.terminationMessagePolicy': 'v1.TerminationMessagePolicy',
  'ContainerPort.protocol': 'v1.Protocol',
  'DaemonSetUpdateStrategy.type': 'v1.DaemonSetUpdateStrategyType',
  'DeploymentStrategy.type': 'v1.DeploymentStrategyType',
  'discovery.EndpointPort.protocol': 'v1.Protocol',
  'EndpointPort.protocol': 'v1.Protocol',
  'EndpointSlice.addressType': 'v1.AddressType',
  'HTTPGetAction.scheme': 'v1.URIScheme',
  'JobSpec.completionMode': 'v1.CompletionMode',
  'LabelSelectorRequirement.operator': 'v1.LabelSelectorOperator',
  'LoadBalancerIngress.ipMode': 'v1.LoadBalancerIPMode',
  'NamespaceSpec.finalizers': 'v1.FinalizerName',
  'ObjectMeta.uid': 'types.UID',
  'ObjectReference.uid': 'types.UID',
  'OwnerReference.uid': 'types.UID',
  'PodReadinessGate.conditionType': 'v1.PodConditionType',
  'PodSpec.dnsPolicy': 'v1.DNSPolicy',
  'PodSpec.preemptionPolicy': 'v1.PreemptionPolicy',
  'PodSpec.restartPolicy': 'v1.RestartPolicy',
  'ServicePort.protocol': 'v1.Protocol',
  'ServiceSpec.externalTrafficPolicy': 'v1.ServiceExternalTrafficPolicy',
  'ServiceSpec.internalTrafficPolicy': 'v1.ServiceInternalTrafficPolicy',
  'ServiceSpec.ipFamilies': 'v1.IPFamily',
  'ServiceSpec.ipFamilyPolicy': 'v1.IPFamilyPolicy',
  'ServiceSpec.sessionAffinity': 'v1.ServiceAffinity',
  'ServiceSpec.type': 'v1.ServiceType',
  'StatefulSetSpec.podManagementPolicy': 'v1.PodManagementPolicyType',
  'StatefulSetUpdateStrategy.type': 'v1.StatefulSetUpdateStrategyType',
  'Toleration.effect': 'v1.TaintEffect',
  'Toleration.operator': 'v1.TolerationOperator',
};

/** The Go type that a message names: `int32`, `[]v1.ServicePort`, `map[string]string`, `v1.Protocol`. */
export function goTypeOf(shape: FieldShape, struct: string, field: string): string {
  if (shape.list) return `[]${goTypeOf(shape.list, struct, field)}`;
  if (shape.map) return `map[string]${goTypeOf(shape.map, struct, field)}`;
  if (shape.ref === 'Quantity') return 'resource.Quantity';
  if (shape.ref) return `v1.${goStructName(shape.ref)}`;
  if (shape.type === 'boolean') return 'bool';
  if (shape.type === 'integer') return shape.format ?? 'int64';
  if (shape.type === 'number') return 'float64';
  const path = `${struct}.${field}`;
  return Object.hasOwn(namedStrings, path) ? (namedStrings[path] ?? 'string') : 'string';
}
