/** What a problem means and what mends it, in English. */
import { code, say, strong } from '../say.ts';
import type { ProblemWords } from './problem-words.ts';

export const problemsEn: ProblemWords = {
  code: {
    Limit: () => say`The text is larger than what the simulation reads.`,
    YamlSyntax: () =>
      say`The text is not YAML from here on. kubectl stops at this document; those before it are applied.`,
    BadSeparator: () => say`A separator is a line of three dashes and nothing else. kubectl reads no further.`,
    DuplicateKey: (p) =>
      say`The key ${code(p.facts?.['key'])} stands here a second time. kubectl says nothing; the last one counts.`,
    InvalidObject: () =>
      say`This document is not a Kubernetes object: it needs ${code('apiVersion')}, ${code('kind')} and ${code('metadata')}.`,
    KindNotSet: () => say`${code('kind')} is missing, so kubectl cannot tell what this is.`,
    UnknownKind: () =>
      say`The cluster knows no such kind in this version. ${code('apiVersion')} and ${code('kind')} must both be right; upper and lower case count.`,
    UnknownField: () =>
      say`There is no such field at this place. The object was not sent; check its spelling and how far it is indented.`,
    WrongType: () =>
      say`The value has another type than this field. Numbers and true or false in quotes are strings; labels must be strings.`,
    Invalid: () => say`The API server refused the object; nothing of it was stored.`,
    Refused: () => say`The object was refused; what was stored before stays.`,
    Warning: () => say`A warning: the object was stored all the same.`,
    NotSimulated: () => say`Objects of this kind are stored and do nothing here.`,
    OwnerAbsent: ({ facts }) =>
      say`${strong('Created, and deleted again at once.')} ${facts?.['object'] ?? ''} names an owner that this cluster does not have, ${facts?.['owner'] ?? ''} by this uid; the garbage collector takes what has lost its owner. Copies from another cluster come without ${code('ownerReferences')}.`,
    NoObjects: () => say`There is nothing in the text that could be applied.`,
    Header: () => say`The scene's header has a mistake; this entry is left out.`,
    Step: () => say`This step has a mistake and does nothing.`,
  },
  refusal: {
    portNameRequired: say`With more than one port each needs a name: lists are joined by it.`,
    portDuplicate: say`Two ports of one Service may not have the same name, nor the same number and protocol.`,
    portsRequired: say`Every Service needs a port, except headless and ExternalName ones.`,
    portRange: say`Port numbers go from 1 to 65535.`,
    nodePortRange: say`Node ports come from 30000 to 32767.`,
    nodePortTaken: say`Another Service has this node port. Leave the field out to be given a free one.`,
    nodePortType: say`Only a NodePort or LoadBalancer Service has node ports.`,
    clusterIPTaken: say`Another Service has this address. Leave ${code('clusterIP')} out to be given a free one.`,
    clusterIPRange: say`A ClusterIP comes from the cluster's Service range, here 10.96.0.0/12.`,
    clusterIPImmutable: say`A ClusterIP cannot be changed. Delete the Service and create it again.`,
    clusterIPExternalName: say`An ExternalName Service has no ClusterIP. Leave the field out.`,
    externalNameRequired: say`An ExternalName Service needs the name it stands for.`,
    externalNameForm: say`${code('externalName')} is a DNS name: lower-case letters, digits, dashes and dots.`,
    loopback: say`Every node would send the packet to itself. Write the address at which the cluster reaches the host.`,
    linkLocal: say`A link-local address works only on its own link. Use an address that every node can reach.`,
    multicast: say`A multicast address is not a single endpoint.`,
    unspecified: say`0.0.0.0 means "any address" and leads nowhere.`,
    notAnAddress: say`An IP address belongs here. A host name cannot stand in a list; an ExternalName Service takes one.`,
    hostName: say`A host name belongs here: lower-case letters, digits and dashes.`,
    labelValue: say`Label values have at most 63 characters: letters, digits, dashes, underscores and dots, with a letter or digit at both ends.`,
    objectName: say`Names are lower-case letters, digits and dashes, with a letter or digit at both ends; those of Services have at most 63.`,
    templateLabels: say`The template's labels must carry everything that the selector asks for.`,
    selectorImmutable: say`A workload's selector cannot be changed. Delete the workload and create it again.`,
    selectorRequired: say`The workload needs a selector, and it must match the template's labels.`,
    immutable: say`This field cannot be changed once the object exists. Delete the object and create it again.`,
    families: say`This cluster does not have the address family asked for.`,
    unsupported: say`Only the values in the message are allowed, in exactly that case.`,
    addressType: say`The addresses of a slice must all be of its ${code('addressType')}, which cannot be changed.`,
  },
  fieldError: {
    'Required value': say`This field must be there.`,
    'Invalid value': say`The value is not one that this field may have.`,
    'Unsupported value': say`Only the values in the message are allowed, in exactly that case.`,
    'Duplicate value': say`The same value stands here twice, or another object has it.`,
    Forbidden: say`This field may not be set here.`,
    'Too long': say`The value is too long.`,
    'Too many': say`There are too many entries.`,
    'Not found': say`What the field names does not exist.`,
    'Internal error': say`The API server could not do it.`,
  },
  warning: {
    endpointsDeprecated: say`Endpoints still work and are copied into slices. Write new ones as EndpointSlices.`,
    lastApplied: say`The object existed and was not made by ${code('kubectl apply')}. It is updated, and kubectl keeps track of it from now on.`,
    immediateDeletion: say`With force the object vanishes at once, whatever still runs.`,
    other: say`A warning: the object was stored all the same.`,
  },
  sceneFault: {
    Unreadable: (path) => say`The header cannot be read as YAML${at(path)}. It is left out as a whole.`,
    DuplicateKey: (path) => say`A key stands twice${at(path)}; the last one counts.`,
    UnknownKey: (path, wanted) => say`No such key${at(path)}${possible(wanted)}.`,
    WrongType: (path, wanted) => say`The value is of the wrong type${at(path)}${possible(wanted)}.`,
    WrongValue: (path, wanted) => say`The value is not allowed${at(path)}${possible(wanted)}.`,
    Missing: (path, wanted) => say`Something is missing${at(path)}${possible(wanted)}.`,
  },
  limit: {
    bytes: (n) => say`The text may have at most ${n} bytes. Nothing of it was read.`,
    depth: (n) => say`Maps and lists may stand in one another at most ${n} deep. Nothing of the text was read.`,
    aliases: (n) => say`The text may use at most ${n} aliases. Nothing of it was read.`,
    nodes: (n) => say`The text may hold at most ${n} values. Nothing of it was read.`,
    documents: (n) => say`The text may hold at most ${n} documents. Nothing of it was read.`,
    pods: (n) => say`The lab makes at most ${n} pods; a real cluster would make more.`,
  },
  cause: {
    missingSeparator: say` Two objects stand in one document: a line with ${code('---')} belongs between them.`,
    tab: say` A tab stands at the beginning of the line; YAML indents with spaces only.`,
    template: say` ${code('{{ … }}')} is a Helm template. Render it first, with ${code('helm template')}, and paste what comes out.`,
    kustomize: say` This is a file for kustomize: paste what ${code('kubectl kustomize')} prints for its folder.`,
    namespace: (name) => say` The Namespace ${code(name)} does not exist yet; create it before the objects in it.`,
  },
  didYouMean: (text) => say` Did you mean ${code(text)}?`,
};

const at = (path: string): ReturnType<typeof say> => (path === '' ? [] : say` at ${code(path)}`);
const possible = (wanted: string): ReturnType<typeof say> => (wanted === '' ? [] : say`. Possible: ${wanted}`);
