/** The editor's help in English: what a field does in this cluster. */
import { code, listed, say } from '../say.ts';
import type { Words } from '../view-models.ts';

const pods = (n: number): string => (n === 1 ? '1 Pod' : `${n} Pods`);
const names = (all: readonly string[]): Words => listed(all, ', ', (n) => `${n} more`);

export const helpEn = {
  podsHave: (n: number): string => `on ${pods(n)}`,
  selectedBy: (service: string): string => `wanted by Service ${service}`,
  portOf: (service: string): string => `port of Service ${service}`,
  sameObject: 'in this object',
  ownService: 'the Service that this slice is for',
  line: (n: number): string => `line ${n}`,
  snippet: {
    service: 'a Service with a selector',
    headless: 'a Service without an address of its own',
    externalName: 'an alias for a name outside',
    endpoints: 'a list by hand',
    slice: 'a slice by hand',
    deployment: 'two identical Pods, replaced when they go',
    pod: 'one Pod',
  },
  selects: (matching: readonly string[]): Words =>
    matching.length === 0 ? say`Selects no Pod.` : say`Selects ${pods(matching.length)}: ${names(matching)}.`,
  selectsNothing: (): Words => say`Without a selector nobody fills the list; you write it by hand.`,
  pair: (pair: string, n: number, namespace: string): Words =>
    say`${code(pair)} is on ${n === 0 ? 'no Pod' : pods(n)} of namespace ${code(namespace)}.`,
  target: (target: string, port: number | undefined, on: readonly string[]): Words =>
    port === undefined
      ? say`${code(target)} is not found on ${names(on)}.`
      : say`${code(target)} → ${code(port)} on ${names(on)}.`,
  noTarget: (): Words => say`No Pod is selected, so no Pod's port is looked up.`,
  leadsTo: (service: string, port: number): Words => say`Port ${code(port)} of Service ${code(service)} leads here.`,
  nobodyLeads: (): Words => say`No Service leads to this port.`,
  resolves: (name: string, address: string): Words => say`${code(name)} resolves to ${code(address)}.`,
  fails: (name: string, rcode: string): Words => say`${code(name)}: DNS answers ${code(rcode)}.`,
  inList: (n: number, out: number): Words =>
    say`${n === 0 ? 'Nobody' : `${n}`} in the list${out > 0 ? `, ${out} out or not ready` : ''}.`,
  listOf: (service: string, address: string): Words =>
    say`The list of the Service ${code(service)} (${code(address)}).`,
  noServiceOfName: (name: string, near: string): Words =>
    near === ''
      ? say`No Service is called ${code(name)}: nobody reads this list.`
      : say`No Service is called ${code(name)}: nobody reads this list. The nearest name is ${code(near)}.`,
  overwritten: (service: string): Words =>
    say`The Service ${code(service)} has a selector: the controller rewrites this list.`,
  selectedByServices: (services: readonly string[]): Words =>
    services.length === 0 ? say`No Service selects these labels.` : say`Selected by ${names(services)}.`,
  joins: (port: string, service: string): Words =>
    say`Joins port ${code(port === '' ? '(unnamed)' : port)} of the Service ${code(service)}.`,
  joinsNone: (service: string, wanted: readonly string[]): Words =>
    say`The Service ${code(service)} has no port of this name; its ports are ${names(wanted.map((name) => name || '""'))}.`,
  addressOf: (owner: string): Words => say`The address of ${code(owner)}.`,
  addressOutside: (): Words => say`Outside the cluster.`,
  addressNobody: (): Words => say`In the Pod range; no Pod has it.`,
  clusterIP: (ip: string): Words =>
    ip === 'None' ? say`Headless: it has no address of its own.` : say`Its address is ${code(ip)}.`,
  nodePorts: (ports: readonly string[]): Words => say`On every node by port ${names(ports)}.`,
  replicas: (ready: number, all: number): Words => say`${ready} of ${pods(all)} ready.`,
  ownLabels: (fit: boolean): Words =>
    fit
      ? say`The template carries these labels.`
      : say`The template does not carry these labels: the object is refused.`,
  noNamespace: (name: string): Words => say`There is no namespace ${code(name)}.`,
  inNamespace: (n: number, name: string): Words => say`${pods(n)} in the namespace ${code(name)}.`,
};

/** Same shape in every language. */
export type HelpWords = typeof helpEn;
