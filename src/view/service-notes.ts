/** What holds for a Service as a whole, each with the repairs that the text allows. */
import { orphanEndpoints, type EndpointReason, type ServiceExplanation } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { fixesOf, isListKind } from './reason-fixes.ts';
import type { EndpointsView, Glyph, ServiceRef, Words } from './view-models.ts';

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
