/** Why a DNS reply is what it is, in English. */
import { code, say, strong } from '../say.ts';
import { fact } from './facts.ts';
import { nameOf, type ReasonWords } from './reason-words.ts';

export const dnsEn: ReasonWords['dns'] = {
  ClusterIPAnswer: () =>
    say`${strong('The name gives the ClusterIP, not the list.')} It would give the same answer if the list were empty.`,
  HeadlessEndpoints: (r) =>
    say`${strong('Headless: one record for each ready endpoint.')} There is no ClusterIP; the client picks from ${fact(r.facts, 'count')}.`,
  EndpointName: (r) =>
    say`${strong('The name of an endpoint.')} Slice ${code(nameOf(r))} holds an endpoint called ${fact(r.facts, 'name')}.`,
  ExternalNameAlias: (r) =>
    say`${strong('An alias.')} The Service is an ExternalName: CoreDNS answers with a CNAME to ${fact(r.facts, 'externalName')}.`,
  FqdnEndpoint: (r) => say`${strong('A slice of host names.')} It is served as a CNAME to ${fact(r.facts, 'target')}.`,
  AliasFollowed: (r) =>
    say`The alias ${fact(r.facts, 'name')} leads to ${fact(r.facts, 'target')}, a name of the cluster, which is followed in the same answer.`,
  AliasLeavesZone: (r) =>
    say`The alias leads out of the cluster, to ${fact(r.facts, 'target')}. Only the DNS outside knows its address.`,
  PodName: (r) => say`${strong('The address is read off the name.')} No Pod is looked up: ${fact(r.facts, 'address')}.`,
  ReverseClusterIP: (r) => say`${strong('The address is a ClusterIP.')} It belongs to the Service ${code(nameOf(r))}.`,
  ReverseEndpoint: (r) => say`${strong('The address is a ready endpoint.')} It stands in the slice ${code(nameOf(r))}.`,
  SchemaVersion: () => say`The version of the DNS schema.`,
  NameServer: (r) => say`The zone's name server is the Service ${code(nameOf(r))}.`,
  ZoneAuthority: () => say`The zone's own record.`,
  ZoneName: () => say`${strong('The name exists, without a record.')} Names below it are what is asked for.`,
  NamespaceName: (r) =>
    say`${strong('A Namespace, not a Service.')} Names below ${code(nameOf(r))} exist; it has no record itself.`,
  FamilyHasNoAddress: (r) =>
    say`${strong('NODATA: the name exists, but without an address of this family.')} It has no ${fact(r.facts, 'family')} address.`,
  NoPortsForService: () => say`${strong('NODATA: no slice names a port.')} Without a port there is no SRV record.`,
  AliasWithoutPorts: () =>
    say`${strong('NODATA: an alias has no SRV record.')} A port on an ExternalName Service has no effect.`,
  TypeNotServed: (r) =>
    say`${strong('NODATA.')} The name exists; records of type ${fact(r.facts, 'type')} are not served for it.`,
  AliasTargetEmpty: (r) =>
    say`${strong('The alias leads to nothing.')} ${fact(r.facts, 'target')} is a name of the cluster zone and gives no address.`,
  AliasLoop: (r) => say`${strong('The alias leads back to itself')}, by ${fact(r.facts, 'target')}.`,
  AliasChainTooLong: () => say`${strong('The chain of aliases is too long.')} CoreDNS follows eleven.`,
  NameInvalid: (r) =>
    say`${strong('Not a name that can be asked for.')} A part of ${fact(r.facts, 'name')} is empty or longer than 63 characters; the resolver sends no query.`,
  ServiceNotFound: (r) =>
    say`${strong('There is no such Service.')} Namespace ${fact(r.facts, 'namespace')} has no Service ${fact(r.facts, 'name')}.`,
  NamespaceNotFound: (r) => say`${strong('There is no such namespace')}: ${fact(r.facts, 'namespace')}.`,
  NameShapeUnknown: () =>
    say`${strong('No name of this shape exists.')} Names are service.namespace.svc.cluster.local.`,
  HeadlessWithoutEndpoints: (r) =>
    say`${strong('Headless, and nothing ready.')} ${code(nameOf(r))} has no ClusterIP and no ready endpoint, so the name does not exist.`,
  PortNotFound: (r) =>
    say`${strong('No port of this name and protocol')}: ${fact(r.facts, 'port')}, ${fact(r.facts, 'protocol')}.`,
  EndpointNameNotFound: (r) => say`${strong('No ready endpoint has this name')}: ${fact(r.facts, 'name')}.`,
  BelowExternalName: () =>
    say`${strong('Names below an ExternalName do not exist.')} The alias stands for one name only.`,
  ExternalNameIsAddress: () =>
    say`${strong('externalName looks like an IPv4 address.')} CoreDNS does not serve such a Service at all.`,
  PodNameNotAddress: (r) => say`${strong('The first label is not an address')}: ${fact(r.facts, 'label')}.`,
  ReverseNotFound: () => say`${strong('Nobody in the cluster has this address.')} The query is passed on.`,
  ReverseUnnamed: () => say`${strong('No reply can be written.')} A slice without a Service label has this address.`,
  OutsideZone: () => say`The name is outside the cluster's zone.`,
  NoUpstream: () => say`${strong('There is no DNS server outside to ask.')}`,
  UpstreamAnswer: (r) => say`${strong('The DNS outside knows the name')}: ${fact(r.facts, 'addresses')}.`,
  UpstreamUnknown: (r) =>
    say`${strong('NXDOMAIN: nobody knows this name.')} The DNS outside has no ${fact(r.facts, 'name')}. In this simulation it knows only the hosts that the scene lists.`,
};
