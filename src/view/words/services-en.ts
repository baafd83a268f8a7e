/** How a Service stands, in a few words, and what became of a team's text, in English. */
import { code, listed, say, strong } from '../say.ts';
import type { Words } from '../view-models.ts';
import { fact, list, text } from './facts.ts';
import { ofKind } from './reason-words.ts';
import type { ServiceWords } from './service-words.ts';

const names = (values: readonly string[]): Words => listed(values, ', ', (n) => `${n} more`, 1);

/** `3 Services`, `1 Ingress`, `2 Ingresses`, `2 NetworkPolicies`. */
function counted(kind: string, n: number): string {
  if (n === 1 || /ts$/.test(kind)) return `${n} ${kind}`;
  if (/s$/.test(kind)) return `${n} ${kind}es`;
  return `${n} ${/[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`}`;
}

export const servicesEn: ServiceWords = {
  of: {
    pods: (ready, all) => say`${ready} of ${all} ready`,
    typed: (ready, all) => say`${ready} of ${all} by hand`,
    left: (ready, all) => say`${ready} of ${all} left from before`,
  },
  none: say`${strong('none')}`,
  because: (state, cause) => say`${state}: ${cause}`,
  alias: (name) => say`ExternalName → ${code(name)}`,
  noPods: say`no Pod in this namespace`,
  refused: say`refused by the API server`,
  refusedFor: (field) => say`refused by the API server: ${code(field)}`,
  noNamespace: (name) => say`refused by the API server: no namespace ${code(name)}`,
  notServed: say`no Service of this name`,
  cause: {
    Ready: () => say`ready`,
    PublishNotReadyAddresses: () => say`published although not ready`,
    TypedByHand: () => say`by hand`,
    NotReady: (r, who) =>
      text(r.facts, 'phase') === 'Running'
        ? say`${names(who)} not ready`
        : say`${names(who)} ${text(r.facts, 'phase').toLowerCase()}`,
    Terminating: (_, who) => say`${names(who)} terminating`,
    TypedNotReady: (_, who) => say`${names(who)} written as not ready`,
    LabelDiffers: (r, who) =>
      who.length > 0 || text(r.facts, 'nearest') !== ''
        ? say`label ${fact(r.facts, 'key')} differs${on(who)}`
        : say`no Pod has ${code(`${text(r.facts, 'key')}=${text(r.facts, 'wanted')}`)}`,
    LabelMissing: (r, who) => say`label ${fact(r.facts, 'key')} missing on ${who.length > 0 ? names(who) : 'all Pods'}`,
    OtherNamespace: (r, who) =>
      r.object?.kind === 'Endpoints'
        ? say`its Endpoints are in namespace ${fact(r.facts, 'found')}`
        : say`${names(who)} in another namespace`,
    PortNameNotFound: (r, who) => say`port name ${fact(r.facts, 'wanted')} not found on ${names(who)}`,
    PortProtocolDiffers: (r, who) =>
      say`port is ${text(r.facts, 'found')}, not ${text(r.facts, 'protocol')}, on ${names(who)}`,
    ScaledToZero: (r) => say`${code(r.object?.name ?? '')} has ${code('replicas: 0')}`,
    PodsLeftOut: (r) =>
      r.facts?.['refused'] === true
        ? say`${code(ofKind(r))} with these labels was refused`
        : say`${code(ofKind(r))} with these labels is not simulated`,
    NotBound: (_, who) => say`${names(who)} not scheduled`,
    NoAddress: (_, who) => say`${names(who)} without an address`,
    NodeNotFound: (r, who) => say`no node ${fact(r.facts, 'node')} for ${names(who)}`,
    Succeeded: (_, who) => say`${names(who)} finished`,
    Failed: (_, who) => say`${names(who)} failed`,
    FamilyAbsent: (r, who) => say`no ${list(r.facts, 'families').join(', ')} address: ${names(who)}`,
    EndpointsUpdateFailed: () => say`Endpoints could not be written`,
    OverCapacity: (r) => say`more than ${text(r.facts, 'limit')} addresses`,
    OverwrittenByController: () => say`Endpoints by hand were overwritten`,
    NoSelector: () => say`no selector, no addresses`,
    EndpointsWithoutService: () => say`no Service of this name`,
    EndpointsNameDiffers: (r) => say`its Endpoints are called ${fact(r.facts, 'found')}`,
    ExternalNameHasNoEndpoints: () => say`an alias`,
    ExternalNameIsAddress: () => say`an address, not a name`,
    LeftFromBefore: () => say`left from before`,
    PortNameDiffers: (r) =>
      text(r.facts, 'wanted') === ''
        ? say`port name ${fact(r.facts, 'found')} is only in the list`
        : say`port name ${fact(r.facts, 'wanted')} not found in the list`,
    PortsMissing: () => say`the list has no port`,
    NotFirstAddress: (_, who) => say`${names(who)} not the first of its endpoint`,
    NotMirrored: () => say`its Endpoints are not mirrored`,
  },
  taken: (kinds) => say`Taken: ${kinds}.`,
  left: (kinds) => say` Stored, not simulated: ${kinds}.`,
  refusedDocuments: (kinds) => say` Refused: ${kinds}.`,
  unread: (n) => say` Not read: ${n === 1 ? '1 document' : `${n} documents`}.`,
  kinds: (all) => all.map(([kind, n]) => counted(kind, n)).join(', '),
};

const on = (who: readonly string[]): Words => (who.length > 0 ? say` on ${names(who)}` : []);
