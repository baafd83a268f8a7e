/** The Service that `kubectl create service TYPE NAME` makes of its flags. */
import type { Json, JsonObject } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import { isDNS1123Subdomain, isPortName, isPortNumber } from '../api/names.ts';
import type { CommandLine } from './command-line.ts';
import type { Flag } from './parse-flags.ts';

const types = {
  clusterip: 'ClusterIP',
  nodeport: 'NodePort',
  loadbalancer: 'LoadBalancer',
  externalname: 'ExternalName',
} as const;
type TypeWord = keyof typeof types;

export function isServiceType(word: string): word is TypeWord {
  return Object.hasOwn(types, word);
}

/** The flags of `create service TYPE`. */
export function serviceFlags(word: TypeWord): readonly Flag[] {
  const own: Readonly<Record<TypeWord, readonly Flag[]>> = {
    clusterip: [{ name: 'clusterip', type: 'text' }],
    nodeport: [{ name: 'node-port', type: 'number' }],
    loadbalancer: [],
    externalname: [{ name: 'external-name', type: 'text' }],
  };
  return [{ name: 'tcp', type: 'list' }, ...own[word]];
}

export type MadeService =
  | { readonly ok: true; readonly object: JsonObject & { readonly metadata: JsonObject }; readonly shown: string }
  /** kubectl's words, without `error: `. */
  | { readonly ok: false; readonly error: string };

/** Models kubectl/pkg/cmd/create/create_service.go, v1.36. */
export function serviceFromFlags(word: TypeWord, name: string, line: CommandLine): MadeService {
  const type = types[word];
  const clusterIP = line.text('clusterip');
  const tcp = line.list('tcp');
  const externalName = line.text('external-name');
  if (
    tcp.length === 0 &&
    (type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && clusterIP !== 'None'))
  )
    return { ok: false, error: 'at least one tcp port specifier must be provided' };
  const ports: Json[] = [];
  for (const spec of tcp) {
    const port = readPort(spec, line.text('node-port'));
    if (typeof port === 'string') return { ok: false, error: port };
    ports.push(port);
  }
  if (type === 'ExternalName' && isDNS1123Subdomain(externalName ?? '').length > 0)
    return { ok: false, error: `invalid service external name ${externalName}` };
  const spec: JsonObject = {
    type,
    selector: { app: name },
    ...(ports.length > 0 && { ports }),
    ...(clusterIP !== undefined && { clusterIP }),
    ...(externalName !== undefined && { externalName }),
  };
  const object = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { app: name }, ...(line.namespaceGiven && { namespace: line.namespace }) },
    spec,
  };
  return { ok: true, object, shown: type };
}

/** Models parsePorts. */
function readPort(spec: string, nodePort: string | undefined): JsonObject | string {
  const [first = '', second = first] = spec.split(':');
  const port = Number(first);
  if (!/^\d+$/.test(first)) return `strconv.ParseUint: parsing ${goQuote(first)}: invalid syntax`;
  if (port > 65535) return `strconv.ParseUint: parsing ${goQuote(first)}: value out of range`;
  const wrong = /^[+-]?\d+$/.test(second) ? isPortNumber(Number(second)) : isPortName(second);
  if (second !== first && wrong.length > 0) return wrong.join(',');
  return {
    name: spec.replace(':', '-'),
    port,
    protocol: 'TCP',
    targetPort: /^\d+$/.test(second) ? Number(second) : second,
    ...(nodePort !== undefined && { nodePort: Number(nodePort) }),
  };
}
