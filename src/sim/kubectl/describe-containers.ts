/** Containers in `kubectl describe`: of pods, with their state, and of pod templates, without. */
import { goQuote } from '../api/go-text.ts';
import { entriesAt, fieldAt, listAt, numberAt, textAt } from './field.ts';
import type { DescribeWriter } from './describe-writer.ts';
import { probeText } from './describe-probe.ts';
import { parseQuantity } from './quantity.ts';

/** Reads a `fieldRef` of an environment variable; absent in templates, which have no pod yet. */
export type FieldResolver = (fieldPath: string) => string;

/**
 * The section of a list of containers. `statuses` and `resolve` are a pod's; `space` is the extra indent in a template.
 * Models kubectl/pkg/describe describeContainers, v1.36.
 */
export function writeContainers(
  w: DescribeWriter,
  title: string,
  containers: readonly unknown[],
  {
    statuses,
    resolve,
    space,
  }: { readonly statuses: readonly unknown[]; readonly resolve: FieldResolver; readonly space: string },
): void {
  w.write(0, `${space}${title}:${containers.length === 0 ? ' <none>' : ''}\n`);
  for (const container of containers) {
    const name = textAt(container, 'name');
    const status = statuses.find((entry) => textAt(entry, 'name') === name);
    writeBasics(w, container, status, space === '' ? '' : ' ');
    writeWords(w, 'Command', listAt(container, 'command'));
    writeWords(w, 'Args', listAt(container, 'args'));
    if (status !== undefined) writeState(w, status);
    writeResources(w, 2, fieldAt(container, 'resources'));
    for (const [title, field] of probes) {
      const probe = fieldAt(container, field);
      if (probe !== undefined) w.write(2, `${title}:\t${probeText(probe)}\n`);
    }
    writeEnvironment(w, container, resolve);
    writeMounts(w, listAt(container, 'volumeMounts'), listAt(container, 'volumeDevices'));
  }
}

const probes = [
  ['Liveness', 'livenessProbe'],
  ['Readiness', 'readinessProbe'],
  ['Startup', 'startupProbe'],
] as const;

function writeBasics(w: DescribeWriter, container: unknown, status: unknown, indent: string): void {
  w.write(1, `${indent}${textAt(container, 'name')}:\n`);
  if (status !== undefined) w.write(2, `Container ID:\t${textAt(status, 'containerID')}\n`);
  w.write(2, `Image:\t${textAt(container, 'image')}\n`);
  if (status !== undefined) w.write(2, `Image ID:\t${textAt(status, 'imageID')}\n`);
  const ports = listAt(container, 'ports');
  writePorts(w, 'Port', ports, 'containerPort');
  writePorts(w, 'Host Port', ports, 'hostPort');
  writeSeccomp(w, 2, fieldAt(container, 'securityContext'));
}

/** The seccomp profile of a container or a pod, where it names one. */
export function writeSeccomp(w: DescribeWriter, level: number, securityContext: unknown): void {
  const profile = fieldAt(securityContext, 'seccompProfile');
  if (profile === undefined) return;
  w.write(level, `SeccompProfile:\t${textAt(profile, 'type')}\n`);
  if (textAt(profile, 'type') === 'Localhost')
    w.write(level + (level === 0 ? 0 : 1), `LocalhostProfile:\t${textAt(profile, 'localhostProfile')}\n`);
}

function writePorts(w: DescribeWriter, title: string, ports: readonly unknown[], field: string): void {
  const text = ports.map((port) => {
    const name = textAt(port, 'name');
    return `${numberAt(port, field) ?? 0}/${textAt(port, 'protocol') || 'TCP'}${name === '' ? '' : ` (${name})`}`;
  });
  w.write(2, `${title}${text.length > 1 ? 's' : ''}:\t${text.join(', ') || '<none>'}\n`);
}

function writeWords(w: DescribeWriter, title: string, words: readonly unknown[]): void {
  if (words.length > 0) w.write(2, `${title}:\n`);
  for (const word of words) for (const line of String(word).split('\n')) w.write(3, `${line}\n`);
}

const noTime = 'Mon, 01 Jan 0001 00:00:00 +0000';

function writeState(w: DescribeWriter, status: unknown): void {
  writeOneState(w, 'State', fieldAt(status, 'state'));
  if (fieldAt(status, 'lastState', 'terminated') !== undefined)
    writeOneState(w, 'Last State', fieldAt(status, 'lastState'));
  w.write(2, `Ready:\t${fieldAt(status, 'ready') === true ? 'True' : 'False'}\n`);
  w.write(2, `Restart Count:\t${numberAt(status, 'restartCount') ?? 0}\n`);
}

function writeOneState(w: DescribeWriter, title: string, state: unknown): void {
  const terminated = fieldAt(state, 'terminated');
  if (fieldAt(state, 'running') !== undefined) {
    w.write(2, `${title}:\tRunning\n`);
    w.write(3, `Started:\t${noTime}\n`);
  } else if (terminated !== undefined) {
    w.write(2, `${title}:\tTerminated\n`);
    for (const [label, field] of [
      ['Reason', 'reason'],
      ['Message', 'message'],
    ] as const) {
      const text = textAt(terminated, field);
      if (text !== '') w.write(3, `${label}:\t${text}\n`);
    }
    w.write(3, `Exit Code:\t${numberAt(terminated, 'exitCode') ?? 0}\n`);
    w.write(3, `Started:\t${noTime}\n`);
    w.write(3, `Finished:\t${noTime}\n`);
  } else {
    w.write(2, `${title}:\tWaiting\n`);
    const reason = textAt(state, 'waiting', 'reason');
    if (reason !== '') w.write(3, `Reason:\t${reason}\n`);
  }
}

/** Limits and requests of a container, or of a pod as a whole. Models describeResources, v1.36. */
export function writeResources(w: DescribeWriter, level: number, resources: unknown): void {
  for (const [title, field] of [
    ['Limits', 'limits'],
    ['Requests', 'requests'],
  ] as const) {
    const entries = entriesAt(resources, field);
    if (entries.length > 0) w.write(level, `${title}:\n`);
    for (const [name, quantity] of entries) w.write(level + 1, `${name}:\t${String(quantity)}\n`);
  }
}

function writeEnvironment(w: DescribeWriter, container: unknown, resolve: FieldResolver): void {
  const from = listAt(container, 'envFrom');
  if (from.length > 0) w.write(2, 'Environment Variables from:\n');
  for (const source of from) {
    const [title, ref] =
      fieldAt(source, 'configMapRef') === undefined ? ['Secret', 'secretRef'] : ['ConfigMap', 'configMapRef'];
    const prefix = textAt(source, 'prefix');
    const optional = fieldAt(source, ref, 'optional') === true;
    const prefixed = prefix === '' ? title : `${title} with prefix '${prefix}'`;
    w.write(3, `${textAt(source, ref, 'name')}\t${prefixed}\tOptional: ${optional}\n`);
  }
  const env = listAt(container, 'env');
  w.write(2, `Environment:${env.length === 0 ? '\t<none>' : ''}\n`);
  for (const variable of env) writeVariable(w, container, variable, resolve);
}

function writeVariable(w: DescribeWriter, container: unknown, variable: unknown, resolve: FieldResolver): void {
  const name = textAt(variable, 'name');
  const from = fieldAt(variable, 'valueFrom');
  if (from === undefined) {
    const [first = '', ...more] = textAt(variable, 'value').split('\n');
    w.write(3, `${name}:\t${first}\n`);
    for (const line of more) w.write(3, `\t${line}\n`);
    return;
  }
  const fieldPath = textAt(from, 'fieldRef', 'fieldPath');
  if (fieldPath !== '') {
    w.write(3, `${name}:\t${resolve(fieldPath)} (${textAt(from, 'fieldRef', 'apiVersion') || 'v1'}:${fieldPath})\n`);
    return;
  }
  const resource = textAt(from, 'resourceFieldRef', 'resource');
  if (resource !== '') {
    w.write(3, `${name}:\t${resourceText(container, from, resource)} (${resource})\n`);
    return;
  }
  for (const [ref, words] of [
    ['secretKeyRef', 'in secret'],
    ['configMapKeyRef', 'of config map'],
  ] as const) {
    if (fieldAt(from, ref) === undefined) continue;
    const optional = fieldAt(from, ref, 'optional') === true;
    const key = `<set to the key '${textAt(from, ref, 'key')}' ${words} '${textAt(from, ref, 'name')}'>`;
    w.write(3, `${name}:\t${key}\tOptional: ${optional}\n`);
  }
}

/** What a `resourceFieldRef` gives: the amount in units of its divisor, rounded up. Models ExtractContainerResourceValue, v1.36. */
function resourceText(container: unknown, from: unknown, resource: string): string {
  const [list = '', kind = ''] = resource.split(/\.(.*)/s);
  const amount = parseQuantity(textAt(container, 'resources', list, kind));
  if (amount === 0 && (resource === 'limits.cpu' || resource === 'limits.memory')) return 'node allocatable';
  const divisor = parseQuantity(textAt(from, 'resourceFieldRef', 'divisor')) || 1;
  return String(Math.ceil(amount / divisor));
}

function writeMounts(w: DescribeWriter, mounts: readonly unknown[], devices: readonly unknown[]): void {
  w.write(2, `Mounts:${mounts.length === 0 ? '\t<none>' : ''}\n`);
  const byPath = [...mounts].sort((a, b) => (textAt(a, 'mountPath') < textAt(b, 'mountPath') ? -1 : 1));
  for (const mount of byPath) {
    const subPath = textAt(mount, 'subPath');
    const options = [
      fieldAt(mount, 'readOnly') === true ? 'ro' : 'rw',
      ...(subPath === '' ? [] : [`path=${goQuote(subPath)}`]),
    ];
    w.write(3, `${textAt(mount, 'mountPath')} from ${textAt(mount, 'name')} (${options.join(',')})\n`);
  }
  // The word after Devices is that of the mounts.
  if (devices.length > 0) w.write(2, `Devices:${mounts.length === 0 ? '\t<none>' : ''}\n`);
  for (const device of devices.toSorted((a, b) => (textAt(a, 'devicePath') < textAt(b, 'devicePath') ? -1 : 1)))
    w.write(3, `${textAt(device, 'devicePath')} from ${textAt(device, 'name')}\n`);
}
