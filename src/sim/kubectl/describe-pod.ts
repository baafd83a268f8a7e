/** `kubectl describe pod`. */
import type { LabelSelector, Labels, Pod, PodSpec } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import { entriesAt, fieldAt, listAt, textAt } from './field.ts';
import { writeContainers, writeResources, writeSeccomp } from './describe-containers.ts';
import {
  DescribeWriter,
  writeAnnotations,
  writeEvents,
  writeLabels,
  writeList,
  type DescribedEvents,
} from './describe-writer.ts';
import { writeVolumes } from './describe-volumes.ts';
import { formatLabelSelector } from './format.ts';

/**
 * Models kubectl/pkg/describe describePod, v1.36. `age`: how long a pod with a deletion time has been terminating.
 * Lines about what a pod does not carry (start time, container ids) are left out or empty, as kubectl does.
 */
export function describePod(pod: Pod, age: string, shown: DescribedEvents): string {
  const { metadata, spec, status } = pod;
  const w = new DescribeWriter();
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  w.write(0, `Priority:\t${textAt(spec, 'priority') || '0'}\n`);
  writeIf(w, 'Priority Class Name', textAt(spec, 'priorityClassName'));
  writeIf(w, 'Runtime Class Name', textAt(spec, 'runtimeClassName'));
  writeIf(w, 'Service Account', textAt(spec, 'serviceAccountName'));
  w.write(0, `Node:\t${spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>'}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  writePhase(w, pod, age);
  writeIf(w, 'Reason', textAt(status, 'reason'));
  writeIf(w, 'Message', textAt(status, 'message'));
  writeSeccomp(w, 0, fieldAt(spec, 'securityContext'));
  writeAddresses(w, pod);
  const resources = fieldAt(spec, 'resources');
  if (resources !== undefined) {
    w.write(0, 'Resources:\n');
    writeResources(w, 1, resources);
  }
  const statuses = { resolve: (path: string): string => podField(pod, path), space: '' };
  if (spec.initContainers?.length)
    writeContainers(w, 'Init Containers', spec.initContainers, {
      ...statuses,
      statuses: status.initContainerStatuses ?? [],
    });
  writeContainers(w, 'Containers', spec.containers, { ...statuses, statuses: status.containerStatuses ?? [] });
  writeConditions(w, pod);
  writeVolumes(w, listAt(spec, 'volumes'), '');
  w.write(0, `QoS Class:\t${status.qosClass ?? 'BestEffort'}\n`);
  writeScheduling(w, spec, '');
  writeSpread(w, spec, '');
  writeEvents(w, shown);
  return w.text();
}

/** Node selectors and tolerations, of a pod or (indented) of a template. */
export function writeScheduling(w: DescribeWriter, spec: Partial<PodSpec>, space: string): void {
  writeLabels(w, `${space}Node-Selectors`, fieldAt(spec, 'nodeSelector') as Labels | undefined);
  const typed = listAt(spec, 'tolerations');
  const all = space === '' ? [...typed, ...admitted.filter(({ key }) => !typed.some((t) => covers(t, key)))] : typed;
  const tolerations = [...all].sort((a, b) => (textAt(a, 'key') < textAt(b, 'key') ? -1 : 1));
  writeList(w, `${space}Tolerations`, tolerations.map(tolerationText));
}

/** How pods are to be spread, of a pod or (indented) of a template. Models describeTopologySpreadConstraints, v1.36. */
export function writeSpread(w: DescribeWriter, spec: unknown, space: string): void {
  const constraints = listAt(spec, 'topologySpreadConstraints').toSorted((a, b) =>
    textAt(a, 'topologyKey') < textAt(b, 'topologyKey') ? -1 : 1,
  );
  const lines = constraints.map((constraint) => {
    const selector = fieldAt(constraint, 'labelSelector') as LabelSelector | undefined;
    const [key, otherwise, skew] = ['topologyKey', 'whenUnsatisfiable', 'maxSkew'].map((f) => textAt(constraint, f));
    const chosen = selector ? ` for selector ${formatLabelSelector(selector)}` : '';
    return `${key}:${otherwise} when max skew ${skew} is exceeded${chosen}`;
  });
  if (lines.length > 0) writeList(w, `${space}Topology Spread Constraints`, lines);
}

/** What admission gives every pod that does not tolerate it itself. Models plugin/pkg/admission/defaulttolerationseconds. */
const admitted = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].map((key) => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

function covers(toleration: unknown, key: string): boolean {
  const [own, effect] = [textAt(toleration, 'key'), textAt(toleration, 'effect')];
  return (own === key || own === '') && (effect === 'NoExecute' || effect === '');
}

function writeIf(w: DescribeWriter, title: string, value: string): void {
  if (value !== '') w.write(0, `${title}:\t${value}\n`);
}

function writePhase(w: DescribeWriter, { metadata, status }: Pod, age: string): void {
  const terminal = status.phase === 'Failed' || status.phase === 'Succeeded';
  if (metadata.deletionTimestamp !== undefined && !terminal) {
    w.write(0, `Status:\tTerminating (lasts ${age})\n`);
    w.write(0, `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 30}s\n`);
  } else w.write(0, `Status:\t${status.phase}\n`);
}

function writeAddresses(w: DescribeWriter, { metadata, status }: Pod): void {
  w.write(0, `IP:\t${status.podIP ?? ''}\n`);
  if (status.podIPs?.length) {
    w.write(0, 'IPs:\n');
    for (const { ip } of status.podIPs) w.write(1, `IP:\t${ip}\n`);
  } else w.write(0, 'IPs:\t<none>\n');
  const owner = metadata.ownerReferences?.find((reference) => reference.controller);
  if (owner) w.write(0, `Controlled By:\t${owner.kind}/${owner.name}\n`);
  writeIf(w, 'NominatedNodeName', textAt(status, 'nominatedNodeName'));
}

function writeConditions(w: DescribeWriter, { spec, status }: Pod): void {
  const conditions = status.conditions ?? [];
  if (spec.readinessGates?.length) {
    w.write(0, 'Readiness Gates:\n  Type\tStatus\n');
    for (const { conditionType } of spec.readinessGates) {
      const condition = conditions.find(({ type }) => type === conditionType);
      w.write(1, `${conditionType} \t${condition?.status ?? '<none>'} \n`);
    }
  }
  if (conditions.length === 0) return;
  w.write(0, 'Conditions:\n  Type\tStatus\n');
  for (const condition of conditions) w.write(1, `${condition.type} \t${condition.status} \n`);
}

function tolerationText(toleration: unknown): string {
  const [key, value, effect] = ['key', 'value', 'effect'].map((field) => textAt(toleration, field)) as [
    string,
    string,
    string,
  ];
  const exists = textAt(toleration, 'operator') === 'Exists' && value === '';
  const seconds = textAt(toleration, 'tolerationSeconds');
  const head = `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
  return `${head}${exists ? `${head === '' ? '' : ' '}op=Exists` : ''}${seconds === '' ? '' : ` for ${seconds}s`}`;
}

/** The value of a `fieldRef`; "" for what is not in the metadata. Models kubectl/pkg/util/fieldpath ExtractFieldPathAsString, v1.36. */
function podField({ metadata }: Pod, path: string): string {
  const [, field = '', key] = /^metadata\.(\w+)(?:\['(.*)'\])?$/s.exec(path) ?? [];
  if (field === 'labels' || field === 'annotations') {
    if (key !== undefined) return textAt(metadata, field, key);
    return entriesAt(metadata, field)
      .map(([name, value]) => `${name}=${goQuote(String(value))}`)
      .join('\n');
  }
  return key === undefined && ['name', 'namespace', 'uid'].includes(field) ? textAt(metadata, field) : '';
}
