/** Repairs of the shown text that take away a reason. */
import { objectIn, type EndpointReason } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { labelFixes } from './label-fixes.ts';
import { problemFixes } from './problem-fixes.ts';
import { documentBehind, insertion, quoted, replacement } from './text-fixes.ts';
import type { Fix } from './view-models.ts';
import { list as factList, text as factText } from './words/facts.ts';

/** At most two that would mend the cause. */
export function fixesOf(context: ViewContext, reason: EndpointReason): readonly Fix[] {
  const { words } = context;
  const nearest = factText(reason.facts, 'nearest');
  const wanted = factText(reason.facts, 'wanted');
  switch (reason.code) {
    case 'LabelDiffers':
    case 'LabelMissing':
      return labelFixes(context, reason);
    case 'ScaledToZero':
      return onePod(context, reason);
    case 'PodsLeftOut':
      return asAccepted(context, reason);
    case 'NoSelector':
      return listByHand(context, reason);
    case 'EndpointsNameDiffers':
      return replacement(context, reason, 'value', wanted, words.fix.rename(wanted));
    case 'EndpointsWithoutService':
      return nearest === '' ? [] : replacement(context, reason, 'value', nearest, words.fix.rename(nearest));
    case 'PortNameDiffers':
      return portNameFixes(context, reason, wanted);
    case 'PortProtocolDiffers':
      return isListKind(reason.object) ? protocolFixes(context, reason, factText(reason.facts, 'protocol')) : [];
    case 'PortNameNotFound':
      return nearest === '' || !reason.against
        ? []
        : replacement(context, reason.against, 'value', nearest, words.fix.replace(nearest));
    default:
      return [];
  }
}

export const isListKind = (object: EndpointReason['object']): boolean =>
  object?.kind === 'Endpoints' || object?.kind === 'EndpointSlice';

/** `replicas: 0` as typed becomes 1; a workload that a step scaled is left alone. */
function onePod({ places, state, words }: ViewContext, { object, path }: EndpointReason): readonly Fix[] {
  const field = places.field(object, path);
  if (!field?.exact || field.place.state !== state.index) return [];
  const { start, end } = field.value;
  return state.text.slice(start, end) === '0' ? [{ title: words.fix.replace('1'), start, end, text: '1' }] : [];
}

/** What takes away the only complaint about what was refused. */
function asAccepted(context: ViewContext, { object }: EndpointReason): readonly Fix[] {
  const outcome = object && context.places.document(object);
  const { problems } = context.state;
  const [problem, second] = outcome
    ? problems.filter(({ document, severity }) => document === outcome.document && severity === 'error')
    : [];
  return problem && !second ? problemFixes(context, problem).fixes : [];
}

/** The mapping that holds a field. */
const mappingOf = (path = ''): string => path.replace(/\.\w+$/, '');

/** The list's port gets the Service's protocol. */
function protocolFixes(context: ViewContext, reason: EndpointReason, protocol: string): readonly Fix[] {
  const title = context.words.fix.setProtocol(protocol);
  const typed = replacement(context, reason, 'value', protocol, title);
  if (typed.length > 0) return typed;
  return insertion(context, reason.object, mappingOf(reason.path), ['protocol', protocol], title);
}

/** The list's port is renamed to the Service's name, or gets it. */
function portNameFixes(context: ViewContext, reason: EndpointReason, wanted: string): readonly Fix[] {
  const { words, places } = context;
  const put = ({ object, path }: Pick<EndpointReason, 'object' | 'path'>, name: string): readonly Fix[] =>
    insertion(context, object, mappingOf(path), ['name', name], words.fix.namePort(name));
  if (wanted === '') {
    const [found = ''] = factList(reason.facts, 'found');
    return found === '' || !reason.against ? [] : put(reason.against, found);
  }
  if (places.field(reason.object, reason.path)?.exact)
    return replacement(context, reason, 'value', wanted, words.fix.rename(wanted));
  return put(reason, wanted);
}

/** Addresses that are nobody's, to be typed over. */
const exampleAddresses = { IPv4: '192.0.2.10', IPv6: '2001:db8::10' } as const;

/** Endpoints for a Service that nobody writes a list for, with its ports. */
function listByHand(context: ViewContext, { object }: EndpointReason): readonly Fix[] {
  const service = object && objectIn(context.state.cluster, 'services', object.namespace, object.name);
  if (!object || !service) return [];
  const list = { ...object, kind: 'Endpoints' };
  // Endpoints that are there, or typed and deleted since, would be written twice.
  if (objectIn(context.state.cluster, 'endpoints', list.namespace, list.name) || context.places.of(list)) return [];
  const [family = 'IPv4'] = service.spec.ipFamilies ?? [];
  const ports = (service.spec.ports ?? []).flatMap(({ name, port, targetPort, protocol }) => [
    ...(name ? [`  - name: ${quoted(name)}`, '    '] : ['  - ']).map((line, i, all) =>
      i === all.length - 1 ? `${line}port: ${typeof targetPort === 'number' ? targetPort : port}` : line,
    ),
    ...(protocol === 'TCP' ? [] : [`    protocol: ${protocol}`]),
  ]);
  const lines = [
    'apiVersion: v1',
    'kind: Endpoints',
    'metadata:',
    `  name: ${quoted(object.name)}`,
    ...(object.namespace === 'default' ? [] : [`  namespace: ${quoted(object.namespace)}`]),
    'subsets:',
    '- addresses:',
    `  - ip: ${exampleAddresses[family]}`,
    ...(ports.length > 0 ? ['  ports:', ...ports] : []),
  ];
  return documentBehind(context, object, lines, context.words.fix.writeEndpoints);
}
