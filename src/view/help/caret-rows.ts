/** Which rows of the panels a field concerns: those of its pods, its addresses, its port, and the Services it belongs to. */
import type { HelpContext } from './help-context.ts';
import { serviceOf } from './help-context.ts';
import type { CaretHelp } from './help-models.ts';
import { ownPods } from './definition.ts';
import { fieldAt } from './hover.ts';
import { podsOf, servicesSelecting } from './names.ts';
import type { FieldPlace } from './hover.ts';
import { labelMapAt } from './scene-keys.ts';
import { litService } from '../lit-rows.ts';

/** As many as the picture has dots for. */
const limit = 1000;

/** Undefined where the field concerns no row. */
export function caretRows(context: HelpContext, offset: number): CaretHelp | undefined {
  const place = fieldAt(context, offset);
  if (!place) return undefined;
  const { subject, path, caret } = place;
  const map = labelMapAt(subject.kind, path) ?? labelMapAt(subject.kind, path.slice(0, -1));
  const fields = path.filter((step) => typeof step === 'string').join('.');
  const service = map === 'service selector' ? serviceOf(context, subject) : undefined;
  const pods = service
    ? podsOf(context.state, service)
    : map === 'pod labels' || map === 'workload selector' || /^metadata\.name$|containers\.ports/.test(fields)
      ? ownPods(place)
      : [];
  const addresses = /(?:addresses\.ip|ddresses)$/.test(fields) && caret.word !== '' ? [caret.word] : [];
  const owners = [...pods.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`), ...addresses];
  const services = servicesAt(place, fields, pods[0]);
  if (owners.length + services.length === 0) return undefined;
  return { what: 'caret', owners: owners.slice(0, limit), services };
}

/** The Service that the caret's document is, or those that select the pods it makes. */
function servicesAt(
  { context, subject: { namespace, name, kind } }: FieldPlace,
  fields: string,
  pod: ReturnType<typeof podsOf>[number] | undefined,
): readonly string[] {
  if (kind === 'Service' || kind === 'Endpoints')
    return name !== undefined && /^(?:metadata\.name|spec|subsets)/.test(fields)
      ? [litService({ namespace, name })]
      : [];
  const services = pod ? servicesSelecting(context.state, namespace, pod.metadata.labels ?? {}) : [];
  return services.map(({ metadata }) => litService({ namespace, name: metadata.name }));
}
