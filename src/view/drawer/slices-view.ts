/** The EndpointSlices panel: every slice of the Service, who wrote it, and where it differs from Endpoints. */
import { kubectl, objectIn, slicesOf } from '../../sim/index.ts';
import { rowLimit, type ViewContext } from '../context.ts';
import { listed, say } from '../say.ts';
import { portsOf } from '../slice-ports.ts';
import type { Glyph, ServiceRef, SlicesView, SliceView, Words } from '../view-models.ts';

type Slice = ReturnType<typeof slicesOf>[number];
type SliceEndpoint = NonNullable<Slice['endpoints']>[number];

/** At most 50 slices of 50 rows; their counts hold all. */
export function slicesView(context: ViewContext, service: ServiceRef | undefined): SlicesView {
  if (!service) return { slices: [], differences: [], command: '', output: '' };
  const { state, settings } = context;
  const slices = slicesOf(state.cluster, service.namespace, service.name);
  const before = settings.before?.state === state.index ? settings.before.drawer?.slices : undefined;
  const flags = service.namespace === 'default' ? [] : ['-n', service.namespace];
  const argv = ['get', 'endpointslices', ...flags, '-l', `kubernetes.io/service-name=${service.name}`];
  const list = kubectl(state, argv, context.ages);
  return {
    service,
    slices: slices.slice(0, rowLimit).map((slice) =>
      sliceView(
        context,
        slice,
        before?.slices.find((s) => s.name === slice.metadata.name),
      ),
    ),
    differences: differences(context, service, slices),
    command: list.command,
    output: list.stdout === '' ? list.stderr : list.stdout,
  };
}

function sliceView(context: ViewContext, slice: Slice, before: SliceView | undefined): SliceView {
  const { words } = context;
  const endpoints = slice.endpoints ?? [];
  const known = before && new Map(before.rows.map((row) => [row.id, row.conditions]));
  const rows = endpoints.slice(0, rowLimit).map((endpoint, i): SliceView['rows'][number] => {
    const id = `${endpoint.addresses.join(',')}|${endpoint.targetRef?.name ?? i}`;
    const conditions = conditionsOf(endpoint);
    const was = known?.get(id);
    const change =
      !known || was === conditions ? undefined : was === undefined ? ('added' as const) : ('changed' as const);
    return {
      id,
      glyph: glyphOf(endpoint),
      address: endpoint.addresses.join(', '),
      detail: [
        endpoint.targetRef?.name,
        endpoint.hostname,
        endpoint.nodeName,
        endpoint.zone && words.slices.zone(endpoint.zone),
      ]
        .filter(Boolean)
        .join(' · '),
      conditions,
      hints: hintsOf(context, endpoint),
      ...(change ? { change } : {}),
    };
  });
  return {
    name: slice.metadata.name,
    namespace: slice.metadata.namespace ?? '',
    addressType: slice.addressType,
    ports: portsOf(context, slice),
    writer: writerOf(context, slice),
    rows,
    count: endpoints.length,
  };
}

function writerOf({ words }: ViewContext, { metadata }: Slice): string {
  const manager = metadata.labels?.['endpointslice.kubernetes.io/managed-by'];
  if (manager === 'endpointslice-controller.k8s.io') return words.slices.controller;
  if (manager === 'endpointslicemirroring-controller.k8s.io') return words.slices.mirrored;
  return manager === undefined ? words.slices.byHand : words.slices.other(manager);
}

const conditionsOf = ({ conditions }: SliceEndpoint): string =>
  (['ready', 'serving', 'terminating'] as const)
    .flatMap((name) => (conditions?.[name] === undefined ? [] : [`${name}=${conditions[name]}`]))
    .join(' ');

function hintsOf({ words }: ViewContext, { hints }: SliceEndpoint): string {
  const names = [...(hints?.forZones ?? []), ...(hints?.forNodes ?? [])].map(({ name }) => name);
  return names.length === 0 ? '' : words.slices.hints(names.join(', '));
}

function glyphOf({ conditions, targetRef }: SliceEndpoint): Glyph {
  if (conditions?.terminating) return 'terminating';
  if (conditions?.ready === false) return 'not-ready';
  return targetRef?.kind === 'Pod' ? 'ready' : 'ready-outside';
}

function differences(context: ViewContext, service: ServiceRef, slices: readonly Slice[]): readonly Words[] {
  const { words, state } = context;
  if (slices.length === 0) return [];
  const object = objectIn(state.cluster, 'endpoints', service.namespace, service.name);
  if (!object) return [words.slices.noEndpoints()];
  const inEndpoints = new Set<string>();
  for (const { addresses = [], notReadyAddresses = [] } of object.subsets ?? []) {
    for (const { ip } of addresses) inEndpoints.add(ip);
    for (const { ip } of notReadyAddresses) inEndpoints.add(ip);
  }
  const inSlices = new Set<string>();
  for (const { endpoints } of slices)
    for (const { addresses } of endpoints ?? []) for (const ip of addresses) inSlices.add(ip);
  const only = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] => [...a].filter((ip) => !b.has(ip));
  const [sliced, typed] = [only(inSlices, inEndpoints), only(inEndpoints, inSlices)];
  const names = (ips: readonly string[]): Words => say`${listed(ips, ', ', words.slices.more)}`;
  return [
    ...(sliced.length > 0 ? [words.slices.onlyInSlices(sliced.length, names(sliced))] : []),
    ...(typed.length > 0 ? [words.slices.onlyInEndpoints(typed.length, names(typed))] : []),
  ];
}
