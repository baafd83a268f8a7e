/** One row of the Endpoints panel for each pod and port, or typed address and port. */
import {
  isPodAddress,
  nodeWithAddress,
  objectIn,
  podWithIP,
  table,
  type EndpointRow as Explained,
  type PortExplanation,
  type State,
} from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { plain } from './say.ts';
import type { EndpointGroup, EndpointRow, Glyph, Place, ServiceRef, Words } from './view-models.ts';

export interface PlacedRow {
  readonly group: EndpointGroup['id'];
  readonly row: EndpointRow;
}

/** The address of `ip:port`, `[ip]:port` or a bare address. */
export function addressOf(endpoint: string): string {
  if (endpoint.startsWith('[')) return /^\[(.+)\](?::\d+)?$/.exec(endpoint)?.[1] ?? endpoint;
  const colon = endpoint.indexOf(':');
  return colon > 0 && /^\d+$/.test(endpoint.slice(colon + 1)) ? endpoint.slice(0, colon) : endpoint;
}

/** True for an address that belongs to no node and not to the pod network. */
export function isOutside({ cluster }: State, ip: string): boolean {
  return !isPodAddress(ip) && nodeWithAddress(cluster, ip) === undefined && !podWithIP(cluster, ip);
}

/** Stable from edit to edit: the pod or the typed address, and the port. */
export function rowId({ pod, address }: Explained, port: PortExplanation): string {
  return `${pod ? `${pod.namespace}/${pod.name}` : address}|${port.name}${port.port ?? ''}`;
}

/** A pod that has nothing to do with the Service: other labels, not even alike. */
export function isUnrelated({ state, reason }: Explained): boolean {
  const label = reason.code === 'LabelDiffers' || reason.code === 'LabelMissing';
  return state === 'out' && label && reason.facts?.['near'] !== true;
}

/** A typed address that stands in a list and that nobody uses. */
export const isListedInVain = ({ pod, state }: Explained): boolean => !pod && state === 'out';

/** The row as it is printed. `at`: the state whose cluster it was found in. */
export function endpointRow(
  context: ViewContext,
  at: State,
  service: ServiceRef,
  port: PortExplanation,
  row: Explained,
): EndpointRow {
  const { words, reasons } = context;
  const named = row.pod && podNames(at, service, row.pod);
  const outside = !row.pod && row.address !== undefined && isOutside(at, addressOf(row.address));
  const inList = row.state !== 'out';
  const notUsed = isListedInVain(row);
  const title = inList || notUsed || !named ? addressTitle(at, row) || (named?.name ?? '') : named.name;
  const place = placeOf(context, row);
  return {
    id: rowId(row, port),
    glyph: glyphOf(row.state, outside),
    title,
    detail: title === named?.name ? (named?.out ?? '') : (named?.in ?? owner(context, at, row, outside)),
    state: notUsed ? words.state.notUsed : stateWord(context, row.state),
    reason: reasonOf(reasons.endpoints[row.reason.code](row.reason), row, words.endpoints.inSliceOnly()),
    ...(place ? { place } : {}),
  };

  function podNames(
    from: State,
    { namespace }: ServiceRef,
    pod: { readonly namespace: string; readonly name: string },
  ) {
    const found = objectIn(from.cluster, 'pods', pod.namespace, pod.name);
    const name = pod.namespace === namespace ? pod.name : `${pod.namespace}/${pod.name}`;
    const node = found?.spec.nodeName ?? words.endpoints.notScheduled;
    return { name, in: `${name} · ${node}`, out: `${found?.status.podIP ?? words.endpoints.noAddress} · ${node}` };
  }
}

function reasonOf(words: Words, { state, listed }: Explained, sliceOnly: Words): Words {
  return state === 'in' && listed.slice && !listed.endpoints ? [...words, ...sliceOnly] : words;
}

function owner({ words }: ViewContext, { cluster }: State, { address = '' }: Explained, outside: boolean): string {
  if (outside) return words.endpoints.outside;
  const ip = addressOf(address);
  const pod = podWithIP(cluster, ip);
  if (pod) return `${pod.metadata.name} · ${pod.spec.nodeName ?? words.endpoints.notScheduled}`;
  return nodeWithAddress(cluster, ip) ?? words.traffic.nobody;
}

export function stateWord({ words }: ViewContext, state: Explained['state']): string {
  return {
    in: words.state.ready,
    notReady: words.state.notReady,
    terminating: words.state.terminating,
    out: words.state.out,
  }[state];
}

function glyphOf(state: Explained['state'], outside: boolean): Glyph {
  if (state === 'in') return outside ? 'ready-outside' : 'ready';
  if (state === 'notReady') return 'not-ready';
  if (state === 'terminating') return 'terminating';
  return outside ? 'out-outside' : 'out';
}

/** The address with its port; where no port joins, with the one that the list has. */
export function addressTitle({ cluster }: State, { address = '', reason }: Explained): string {
  const { object, path = '' } = reason;
  const match = /^(?:subsets\[(\d+)\]\.)?ports\[(\d+)\]\.(?:name|protocol)$/.exec(path);
  if (!object || !match) return address;
  const ports =
    object.kind === 'Endpoints'
      ? objectIn(cluster, 'endpoints', object.namespace, object.name)?.subsets?.[Number(match[1])]?.ports
      : objectIn(cluster, 'endpointslices', object.namespace, object.name)?.ports;
  const port = ports?.[Number(match[2])]?.port;
  return port === undefined ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The line of the deciding field. An address is looked for where it is typed, as the API server may have put the list in order. */
function placeOf({ places, state }: ViewContext, row: Explained): Place | undefined {
  const { object, path = '' } = row.reason;
  const field = places.field(object, path);
  const ip = row.address === undefined ? '' : addressOf(row.address);
  if (row.pod || !field || !/(?:\.ip|addresses\[\d+\])$/.test(path)) return field?.place ?? places.of(row.pod);
  const says = (at: number): boolean => field.outcome.yaml.text.startsWith(ip, at);
  const start = field.value.start - field.outcome.range.start;
  if (field.exact && (says(start) || says(start + 1))) return field.place;
  const found = new RegExp(`(?<![\\w.:])${ip.replaceAll('.', '\\.')}(?![\\w.:])`).exec(field.outcome.yaml.text);
  return found && field.place.state === state.index
    ? places.inShown(found.index + field.outcome.range.start, found.index + ip.length + field.outcome.range.start)
    : undefined;
}

/** Rows of Endpoints that no Service reads: all of them out. */
export function orphanRows(
  context: ViewContext,
  { namespace, name }: ServiceRef,
  reason: Words,
): readonly EndpointRow[] {
  const { state, words, places } = context;
  const ref = { kind: 'Endpoints', namespace, name };
  const { subsets = [] } = table(state.cluster, 'endpoints').get(`${namespace}/${name}`) ?? {};
  return subsets.flatMap(({ addresses = [], notReadyAddresses = [], ports = [] }, i) =>
    [...addresses, ...notReadyAddresses].flatMap(({ ip }, j) =>
      (ports.length > 0 ? ports : [undefined]).map((port): EndpointRow => {
        const title = port ? (ip.includes(':') ? `[${ip}]:${port.port}` : `${ip}:${port.port}`) : ip;
        const outside = isOutside(state, ip);
        const place = places.of(ref, `subsets[${i}].addresses[${j}].ip`);
        return {
          id: `${ip}|${port?.name ?? ''}${port?.port ?? ''}`,
          glyph: outside ? 'out-outside' : 'out',
          title,
          detail: outside ? words.endpoints.outside : '',
          state: words.state.out,
          reason,
          ...(place ? { place } : {}),
        };
      }),
    ),
  );
}

/** A row's whole text, to see whether it changed. */
export const rowText = (row: EndpointRow): string => [row.title, row.detail, row.state, plain(row.reason)].join('|');
