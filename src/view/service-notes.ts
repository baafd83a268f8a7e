/** What holds for a Service as a whole, each with the repairs that the text allows. */
import { orphanEndpoints, type EndpointReason, type ServiceExplanation } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { list, text as factText } from './words/facts.ts';
import type { EndpointsView, Fix, Glyph, ServiceRef, Words } from './view-models.ts';

export type Note = EndpointsView['notes'][number];

/** Notes of the Service, of its ports, and of its pods where one cause keeps all of them out. */
export function serviceNotes(
  context: ViewContext,
  explained: ServiceExplanation | undefined,
  ref: ServiceRef,
): readonly Note[] {
  if (!explained) return orphanNotes(context, ref);
  return [...explained.reasons, ...explained.ports.flatMap((port) => [...port.reasons, ...commonCause(port)])].map(
    (reason) => noteOf(context, reason),
  );
}

/** A note about Endpoints that no Service reads. */
export function orphanNotes(context: ViewContext, ref?: ServiceRef): readonly Note[] {
  return orphanEndpoints(context.state.cluster)
    .filter(({ object }) => !ref || (object?.namespace === ref.namespace && object.name === ref.name))
    .map((reason) => noteOf(context, reason));
}

/** Nothing is in the list, and every pod that the selector matches lacks the same port. */
function commonCause({ rows }: ServiceExplanation['ports'][number]): readonly EndpointReason[] {
  if (rows.some(({ state }) => state !== 'out')) return [];
  const cause = rows.find(
    ({ pod, reason: { code } }) => pod && (code === 'PortNameNotFound' || code === 'PortProtocolDiffers'),
  );
  return cause ? [cause.reason] : [];
}

const quiet = new Set<EndpointReason['code']>(['ExternalNameHasNoEndpoints', 'LeftFromBefore', 'OverCapacity']);

function noteOf(context: ViewContext, reason: EndpointReason): Note {
  const place = context.places.of(reason.object, reason.path);
  const glyph: Glyph = quiet.has(reason.code) ? 'info' : 'warning';
  const sentence = context.reasons.endpoints[reason.code](reason);
  const lead = leadOf(context, reason);
  const words = lead ? [...lead, ...sentence, context.language === 'en' ? '.' : '。'] : sentence;
  return { glyph, words, fixes: fixesOf(context, reason), ...(place ? { place } : {}) };
}

/** Reasons worded for a row get a beginning where they stand alone. */
function leadOf({ words }: ViewContext, { code, object }: EndpointReason): Words | undefined {
  if (code === 'LeftFromBefore') return object?.kind === 'Service' ? undefined : words.leads.LeftFromBefore;
  if (code === 'PortProtocolDiffers' && isListKind(object)) return words.leads.listProtocolDiffers;
  return code === 'PortNameDiffers' ||
    code === 'PortsMissing' ||
    code === 'PortNameNotFound' ||
    code === 'PortProtocolDiffers'
    ? words.leads[code]
    : undefined;
}

const isListKind = (object: EndpointReason['object']): boolean =>
  object?.kind === 'Endpoints' || object?.kind === 'EndpointSlice';

/** At most two replacements in the shown text that would mend the cause. */
export function fixesOf(context: ViewContext, reason: EndpointReason): readonly Fix[] {
  const { words } = context;
  const nearest = factText(reason.facts, 'nearest');
  const wanted = factText(reason.facts, 'wanted');
  const at = (
    side: 'key' | 'value',
    where: Pick<EndpointReason, 'object' | 'path'>,
    to: string,
    title: string,
  ): readonly Fix[] => replacement(context, where, side, to, title);
  switch (reason.code) {
    case 'LabelDiffers':
      if (reason.object?.kind !== 'Service' || nearest === '') return [];
      return at('value', reason, nearest, words.fix.replace(nearest));
    case 'LabelMissing':
      if (reason.object?.kind !== 'Service' || nearest === '') return [];
      return at('key', reason, nearest, words.fix.replace(nearest));
    case 'EndpointsNameDiffers':
      return at('value', reason, wanted, words.fix.rename(wanted));
    case 'EndpointsWithoutService':
      return nearest === '' ? [] : at('value', reason, nearest, words.fix.rename(nearest));
    case 'PortNameDiffers':
      return portNameFixes(context, reason, wanted);
    case 'PortProtocolDiffers':
      return isListKind(reason.object) ? protocolFixes(context, reason, factText(reason.facts, 'protocol')) : [];
    case 'PortNameNotFound':
      return nearest === '' || !reason.against ? [] : at('value', reason.against, nearest, words.fix.replace(nearest));
    default:
      return [];
  }
}

/** The list's port gets the Service's protocol. */
function protocolFixes(context: ViewContext, reason: EndpointReason, protocol: string): readonly Fix[] {
  const title = context.words.fix.setProtocol(protocol);
  const typed = replacement(context, reason, 'value', protocol, title);
  return typed.length > 0 ? typed : insertion(context, reason, 'protocol', protocol, title);
}

/** The list's port is renamed to the Service's name, or gets it. */
function portNameFixes(context: ViewContext, reason: EndpointReason, wanted: string): readonly Fix[] {
  const { words, places, state } = context;
  if (wanted === '') {
    const [found = ''] = list(reason.facts, 'found');
    if (found === '' || !reason.against) return [];
    return insertion(context, reason.against, 'name', found, words.fix.namePort(found));
  }
  const field = places.field(reason.object, reason.path);
  if (field?.exact) return replacement(context, reason, 'value', wanted, words.fix.rename(wanted));
  const map = places.field(reason.object, (reason.path ?? '').replace(/\.name$/, ''));
  if (!map?.exact || map.place.state !== state.index) return [];
  return insertion(context, reason, 'name', wanted, words.fix.namePort(wanted));
}

/** Puts `FIELD: VALUE` in front of the first field of the mapping that should hold the path. */
function insertion(
  { places, state }: ViewContext,
  where: Pick<EndpointReason, 'object' | 'path'>,
  key: 'name' | 'protocol',
  value: string,
  title: string,
): readonly Fix[] {
  const map = places.field(where.object, (where.path ?? '').replace(/\.\w+$/, ''));
  if (!map?.exact || map.place.state !== state.index) return [];
  const { start } = map.value;
  const flow = state.text[start] === '{';
  const column = start - (state.text.lastIndexOf('\n', start - 1) + 1);
  const text = flow ? ` ${key}: ${quoted(value)},` : `${key}: ${quoted(value)}\n${' '.repeat(column)}`;
  const at = flow ? start + 1 : start;
  return [{ title, start: at, end: at, text }];
}

function replacement(
  { places, state }: ViewContext,
  where: Pick<EndpointReason, 'object' | 'path'>,
  side: 'key' | 'value',
  to: string,
  title: string,
): readonly Fix[] {
  const field = places.field(where.object, where.path);
  if (!field?.exact || field.place.state !== state.index) return [];
  return [{ title, ...field[side], text: quoted(to) }];
}

/** A text as a plain YAML scalar if it stays one, else in quotes. */
export function quoted(value: string): string {
  const plainScalar =
    /^[A-Za-z_./][A-Za-z0-9_./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(value);
  return plainScalar ? value : JSON.stringify(value);
}
