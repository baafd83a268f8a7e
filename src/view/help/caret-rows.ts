/** Which rows of the Endpoints panel a field concerns: those of its pods, its addresses, its port. */
import type { HelpContext } from './help-context.ts';
import { serviceOf } from './help-context.ts';
import type { CaretHelp } from './help-models.ts';
import { ownPods } from './definition.ts';
import { fieldAt } from './hover.ts';
import { podsOf } from './names.ts';
import { labelMapAt } from './scene-keys.ts';

/** More rows than the panel shows are not needed. */
const limit = 50;

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
    : map === 'pod labels' || map === 'workload selector' || /containers\.ports/.test(fields)
      ? ownPods(place)
      : [];
  const addresses = /(?:addresses\.ip|ddresses)$/.test(fields) && caret.word !== '' ? [caret.word] : [];
  const owners = [...pods.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`), ...addresses];
  return owners.length > 0 ? { what: 'caret', owners: owners.slice(0, limit) } : undefined;
}
