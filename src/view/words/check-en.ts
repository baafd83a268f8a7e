/** The checks of an exercise, and what is still observed, in English. */
import { code, listed, say } from '../say.ts';
import type { Words } from '../view-models.ts';

const names = (values: readonly string[]): Words => listed(values, ', ', (n) => `and ${n} more`, 6);

export const checkEn = {
  ready: (service: string, values: readonly string[]): Words =>
    values.length === 0
      ? say`Connections to ${code(service)} reach nothing.`
      : say`Connections to ${code(service)} reach exactly ${names(values)}.`,
  pods: (service: string, values: readonly string[]): Words =>
    values.length === 0
      ? say`Connections to ${code(service)} reach no Pod.`
      : say`Connections to ${code(service)} reach exactly the Pods ${names(values)}.`,
  count: (service: string, count: number): Words =>
    say`Connections to ${code(service)} reach ${count} ${count === 1 ? 'endpoint' : 'endpoints'}.`,
  subsets: (object: string, count: number): Words =>
    say`The Endpoints ${code(object)} have ${count} ${count === 1 ? 'subset' : 'subsets'}.`,
  exists: (object: string): Words => say`The object ${code(object)} exists.`,
  field: (object: string, path: string, value: string): Words =>
    say`${code(path)} of ${code(object)} is ${code(value)}.`,
  dnsCode: (name: string, type: string, rcode: string): Words =>
    say`The question ${code(`${name} ${type}`)} ends in ${code(rcode)}.`,
  dnsAnswer: (name: string, type: string, values: readonly string[]): Words =>
    say`The question ${code(`${name} ${type}`)} is answered with ${names(values)}.`,
  dnsAny: (name: string, type: string): Words => say`The question ${code(`${name} ${type}`)} is asked.`,
  traffic: (from: string, to: string, outcome: string): Words => say`From ${code(from)} to ${code(to)}: ${outcome}`,
  trafficTo: (values: readonly string[]): Words => say`, by ${names(values)}`,
  trafficSource: (source: string): Words => say`, source address ${source}`,
  end: '.',
  problems: (): Words => say`Nothing is refused.`,
  unchanged: (values: readonly string[]): Words => say`Left as it was: ${names(values)}.`,
  inState: (state: number): Words => say` (state ${state})`,
  observed: {
    nothing: (): Words => say`this state does not exist`,
    endpoints: (values: readonly string[]): Words =>
      values.length === 0 ? say`nothing can be reached` : names(values),
    object: (values: readonly string[]): Words => (values.length === 0 ? say`there is no such value` : names(values)),
    changed: (values: readonly string[]): Words => say`changed: ${names(values)}`,
  },
};

/** Same shape, other words. */
export type CheckWording = typeof checkEn;
