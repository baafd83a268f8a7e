/** Why a pod or an address is in a Service's list, not ready in it, or out of it, in English. */
import { code, differing, listed, say, strong } from '../say.ts';
import { fact, list, text } from './facts.ts';
import { nameOf, ofKind, type ReasonWords } from './reason-words.ts';

const names = (values: readonly string[]): ReturnType<typeof say> => listed(values, ', ', (n) => `and ${n} more`);

export const endpointsEn: ReasonWords['endpoints'] = {
  Ready: () => say`its Ready condition is true`,
  PublishNotReadyAddresses: () =>
    say`not ready, and published all the same: ${code('publishNotReadyAddresses')} is true`,
  TypedByHand: () => say`written by hand, nobody checks it`,
  NotReady: (r) =>
    text(r.facts, 'phase') === 'Running'
      ? say`its Ready condition is false, it gets no traffic`
      : say`phase ${fact(r.facts, 'phase')}: it has an address already, and is not Ready`,
  TypedNotReady: (r) =>
    r.facts?.['terminating'] === true
      ? say`written by hand as terminating`
      : say`written by hand as not ready, it gets no traffic`,
  Terminating: (r) =>
    r.facts?.['serving'] === true
      ? say`being deleted: Endpoints leave it out, the slice keeps it as serving`
      : say`being deleted: Endpoints leave it out, and it no longer serves`,
  LabelDiffers: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('This selector matches no Pod.')} None has the label ${pair(r.facts, 'wanted')}; ${fact(r.facts, 'key')} is ${names(list(r.facts, 'found'))}.`
      : say`has ${text(r.facts, 'key')}=${differing(text(r.facts, 'found'), text(r.facts, 'wanted'))}, the selector wants ${text(r.facts, 'key')}=${differing(text(r.facts, 'wanted'), text(r.facts, 'found'))}`,
  LabelMissing: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('This selector matches no Pod.')} No Pod of the namespace has a label ${fact(r.facts, 'key')}.`
      : text(r.facts, 'nearest') === ''
        ? say`has no label ${fact(r.facts, 'key')}`
        : say`has no label ${fact(r.facts, 'key')}, but ${code(`${text(r.facts, 'nearest')}=${text(r.facts, 'found')}`)}`,
  OtherNamespace: (r) =>
    r.object?.kind === 'Endpoints'
      ? say`${strong('The list is in another namespace.')} Endpoints of this name are in ${fact(r.facts, 'found')}, the Service is in ${fact(r.facts, 'wanted')}.`
      : say`in namespace ${fact(r.facts, 'found')}; a selector never leaves its own, ${fact(r.facts, 'wanted')}`,
  PortNameNotFound: (r) =>
    list(r.facts, 'found').length === 0
      ? say`no container port is called ${fact(r.facts, 'wanted')}; its ports have no names`
      : say`no container port is called ${fact(r.facts, 'wanted')}; there is ${names(list(r.facts, 'found'))}`,
  PortProtocolDiffers: (r) =>
    isList(r)
      ? say`in the list, but its port is ${text(r.facts, 'found')} and the Service's is ${text(r.facts, 'protocol')}`
      : say`its port ${fact(r.facts, 'wanted')} is ${text(r.facts, 'found')}, the Service asks for ${text(r.facts, 'protocol')}`,
  ScaledToZero: (r) =>
    say`${strong('There is nobody to list.')} ${code(nameOf(r))} makes Pods with these labels, but none is asked for: ${code('replicas: 0')}.`,
  PodsLeftOut: (r) =>
    r.facts?.['refused'] === true
      ? say`${strong('There is nobody to list.')} ${code(ofKind(r))} has these labels, but was refused.`
      : say`${strong('There is nobody to list.')} ${code(ofKind(r))} makes Pods with these labels, but objects of its kind are only stored here.`,
  NotBound: () => say`not scheduled to a node yet`,
  NoAddress: (r) => say`phase ${fact(r.facts, 'phase')}: without an address it cannot be listed`,
  NodeNotFound: (r) => say`its node ${fact(r.facts, 'node')} does not exist`,
  Succeeded: () => say`phase Succeeded: it will not run again`,
  Failed: () => say`phase Failed: it will not run again`,
  FamilyAbsent: (r) =>
    isList(r)
      ? say`in the list, but the Service takes only ${names(list(r.facts, 'families'))} addresses`
      : say`has no ${names(list(r.facts, 'families'))} address`,
  EndpointsUpdateFailed: (r) =>
    say`${strong('The Endpoints object could not be written.')} The controller's event says: ${fact(r.facts, 'message')}.`,
  OverCapacity: (r) =>
    r.path !== 'subsets'
      ? say`in the list, but only ${text(r.facts, 'limit')} addresses of a subset are mirrored`
      : say`${strong(`Endpoints hold ${text(r.facts, 'limit')} addresses at most.`)} The rest was cut off there; the slices have them all.`,
  OverwrittenByController: (r) =>
    r.facts?.['pending'] === true
      ? say`${strong('A selector and Endpoints by hand.')} The typed addresses stay until the controller next looks at this Service; traffic goes by the slices and never uses them.`
      : say`${strong('A selector and Endpoints by hand.')} The controller has overwritten what was typed.`,
  NoSelector: () =>
    say`${strong('Nobody writes this list.')} The Service has no selector, and no Endpoints of its name exist in its namespace.`,
  EndpointsWithoutService: (r) =>
    text(r.facts, 'nearest') === ''
      ? say`${strong('Nobody reads this list.')} No Service in its namespace is called ${fact(r.facts, 'found')}.`
      : say`${strong('Nobody reads this list.')} No Service is called ${fact(r.facts, 'found')}. Did you mean ${fact(r.facts, 'nearest')}?`,
  EndpointsNameDiffers: (r) =>
    say`${strong('The names differ.')} The Endpoints are called ${differing(text(r.facts, 'found'), text(r.facts, 'wanted'))}, the Service ${differing(text(r.facts, 'wanted'), text(r.facts, 'found'))}. Only the name joins them.`,
  ExternalNameHasNoEndpoints: () =>
    say`${strong('An alias has no endpoints.')} An ExternalName Service exists in DNS only.`,
  ExternalNameIsAddress: (r) =>
    say`${strong('An address stands where a name belongs.')} DNS answers with an alias to a host called ${fact(r.facts, 'found')}, which nobody knows. For an address write a Service without a selector, and its list by hand.`,
  LeftFromBefore: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('Left from before.')} The slices of its former type are still there; nothing uses them.`
      : say`left behind in ${code(nameOf(r))} when the selector went; nobody keeps it up to date`,
  PortNameDiffers: (r) =>
    say`in the list, but its port ${portCalled(list(r.facts, 'found'))} and the Service's ${wantedCalled(text(r.facts, 'wanted'))}`,
  PortsMissing: () => say`in the list, but without a port number`,
  NotFirstAddress: () => say`in the list, but not as the first address of its endpoint; kube-proxy takes no other`,
  NotMirrored: (r) =>
    say`${strong('These Endpoints are not mirrored.')} ${code(nameOf(r))} carries a mark that tells the mirroring controller to leave it alone, so no slice exists and no traffic arrives.`,
};

const isList = ({ object }: Parameters<ReasonWords['endpoints']['Ready']>[0]): boolean =>
  object?.kind === 'Endpoints' || object?.kind === 'EndpointSlice';

const pair = (facts: Parameters<typeof text>[0], value: string): ReturnType<typeof code> =>
  code(`${text(facts, 'key')}=${text(facts, value)}`);

function portCalled(found: readonly string[]): ReturnType<typeof say> {
  const [first = ''] = found;
  return first === '' ? say`has no name` : say`is called ${names(found.filter(Boolean))}`;
}

const wantedCalled = (wanted: string): ReturnType<typeof say> =>
  wanted === '' ? say`has none` : say`is called ${code(wanted)}`;
