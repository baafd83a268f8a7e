/** Why a connection ends as it does, in English. */
import { code, listed, say, strong } from '../say.ts';
import { fact, number, text } from './facts.ts';
import { nameOf, type ReasonWords } from './reason-words.ts';

const names = (value: string): ReturnType<typeof say> =>
  listed(value.split(', ').filter(Boolean), ', ', (n) => `and ${n} more`);

export const trafficEn: ReasonWords['traffic'] = {
  SourceUnknown: (r) => say`${fact(r.facts, 'from')} cannot call anybody: ${text(r.facts, 'note')}.`,
  TargetUnreadable: (r) => say`${fact(r.facts, 'to')} is not HOST:PORT.`,
  AddressTyped: () => say`An address was typed: nothing to resolve.`,
  NodeNamed: () => say`The name of a node: its address.`,
  NameResolved: (r) => say`${fact(r.facts, 'name')} gives ${names(text(r.facts, 'addresses'))}.`,
  NameNotFound: (r) => say`None of the names in the search list exists: ${names(text(r.facts, 'tried'))}.`,
  NameWithoutAddress: () => say`The name exists, but without an address of this family.`,
  AliasUnresolved: (r) => say`The name is an alias for ${fact(r.facts, 'target')}, which does not resolve here.`,
  HeadlessDirect: () =>
    say`Headless: the client dials an endpoint's own address. kube-proxy has no part in it, and the port is dialled as typed.`,
  ServicePortMatched: (r) => say`The ClusterIP and port of Service ${code(nameOf(r))}.`,
  ServicePortNotFound: (r) =>
    say`No port of Service ${code(nameOf(r))} has the number ${fact(r.facts, 'port')} and the protocol ${fact(r.facts, 'protocol')}.`,
  NodePortMatched: (r) => say`A node port of Service ${code(nameOf(r))}.`,
  LoadBalancerIPMatched: (r) =>
    say`The load balancer's address of Service ${code(nameOf(r))}, handled on the node itself.`,
  ExternalIPMatched: (r) => say`An external IP of Service ${code(nameOf(r))}.`,
  AddressWithoutRule: (r) => say`The address belongs to Service ${code(nameOf(r))}, but no rule takes this port.`,
  AddressUnallocated: (r) => say`${fact(r.facts, 'address')} lies in the Service range, and no Service has it.`,
  NotRoutedOutside: (r) => say`${fact(r.facts, 'address')} is not routed outside the cluster.`,
  HealthCheck: (r) =>
    say`The health check port of Service ${code(nameOf(r))}: ${number(r.facts, 'localEndpoints')} endpoints on ${fact(r.facts, 'node')}.`,
  SourceRangeForbids: (r) => say`The caller is in none of the loadBalancerSourceRanges of ${code(nameOf(r))}.`,
  NoEndpoints: (r) => say`No endpoint of ${code(nameOf(r))} can be used anywhere.`,
  NoSlices: (r) => say`No EndpointSlice of Service ${code(nameOf(r))} holds an endpoint.`,
  SlicePortDiffers: (r) =>
    say`The Service port is ${portWords(r.facts, 'called', 'without a name')}; the slice ${code(nameOf(r))} has ${foundWords(text(r.facts, 'found'), 'no name')}. Names and protocols must agree.`,
  SliceWithoutPorts: (r) => say`The slice ${code(nameOf(r))} has no port number.`,
  SliceFamilyDiffers: (r) => say`No slice of the family ${fact(r.facts, 'family')} holds an endpoint.`,
  NoneReady: (r) => say`${number(r.facts, 'endpoints')} in the list, none of them ready.`,
  SliceStillFiled: (r) =>
    say`kube-proxy still serves the slice ${code(nameOf(r))}, which no longer carries the Service's label.`,
  NoLocalEndpoints: (r) => say`No endpoint on ${fact(r.facts, 'node')}. Elsewhere: ${names(text(r.facts, 'nodes'))}.`,
  InternalPolicyLocal: () => say`internalTrafficPolicy Local: only endpoints on the caller's node.`,
  ExternalPolicyLocal: () => say`externalTrafficPolicy Local: only endpoints on the node that takes the packet.`,
  ExternalPolicyFromInside: () => say`externalTrafficPolicy Local, asked from the node itself: all endpoints.`,
  HintsForNode: (r) => say`Hints: only the endpoints meant for ${fact(r.facts, 'node')}.`,
  HintsForZone: (r) => say`Hints: only the endpoints meant for the zone of ${fact(r.facts, 'node')}.`,
  HintsIgnored: () => say`Hints are not used: one endpoint has none, or none is meant for this zone.`,
  TerminatingServe: () => say`Nothing is ready. Endpoints that still serve while they terminate are used.`,
  EndpointChosen: (r) => {
    const of = number(r.facts, 'of');
    return of === 1 ? say`One endpoint: it gets every connection.` : say`One of ${of}, each with the same chance.`;
  },
  SessionAffinity: () => say`sessionAffinity ClientIP: this client keeps its endpoint.`,
  EndpointIsServiceAddress: (r) =>
    say`${fact(r.facts, 'address')} is itself the address of a Service. A packet is never rewritten twice.`,
  SourceKept: (r) => say`The endpoint sees the client's own address, ${fact(r.facts, 'seenFrom')}.`,
  SourceChanged: (r) => say`The endpoint sees a node's address, ${fact(r.facts, 'seenFrom')}.`,
  Hairpin: (r) => say`When the Pod reaches itself, it sees ${fact(r.facts, 'seenFrom')}.`,
  PodAnswers: (r) => say`Pod ${code(nameOf(r))} answers.`,
  PodRefuses: (r) =>
    say`Pod ${code(nameOf(r))} does not listen on ${fact(r.facts, 'port')}; its process listens on ${fact(r.facts, 'listens')}.`,
  NodeAnswers: (r) => say`A process on node ${code(nameOf(r))} answers.`,
  NodeRefuses: (r) => say`Nothing on node ${code(nameOf(r))} listens on ${fact(r.facts, 'port')}.`,
  NobodyThere: (r) =>
    say`${fact(r.facts, 'address')} is an address of the Pod network, and its Pod is gone. In a real network this is a time-out.`,
  OutsideAnswers: (r) => say`${fact(r.facts, 'address')} is outside the cluster and answers.`,
  OutsideRefuses: (r) =>
    say`${fact(r.facts, 'host')} is outside the cluster and refuses port ${fact(r.facts, 'port')}.`,
  OutsideSilent: (r) =>
    say`${fact(r.facts, 'host')} is outside the cluster and never answers. Nobody checks the addresses of a list.`,
  OutsideWrongHost: (r) =>
    say`${fact(r.facts, 'host')} answers, and does not know the name ${fact(r.facts, 'asked')}. It serves ${names(text(r.facts, 'names'))}.`,
  OutsideWrongCertificate: (r) =>
    say`${fact(r.facts, 'host')} shows a certificate for ${names(text(r.facts, 'names'))}, not for ${fact(r.facts, 'asked')}.`,
  OutsideAdvertises: (r) =>
    say`${fact(r.facts, 'host')} answers, and tells the client to dial ${names(text(r.facts, 'advertises'))}. That fails.`,
  NobodyOwnsAddress: (r) => say`No rule takes ${fact(r.facts, 'address')}, and nobody owns it.`,
};

function portWords(facts: Parameters<typeof text>[0], called: string, unnamed: string): ReturnType<typeof say> {
  const name = text(facts, 'name');
  return name === ''
    ? say`${strong(unnamed)}, ${text(facts, 'protocol')}`
    : say`${called} ${code(name)}, ${text(facts, 'protocol')}`;
}

function foundWords(found: string, unnamed: string): ReturnType<typeof say> {
  return names(
    found
      .split(', ')
      .map((port) => (port.startsWith('/') ? `${unnamed}${port}` : port))
      .join(', '),
  );
}
