/** The view that a link asks for. Links come from anywhere: what has not the form of a view is left out. */
import type { Selection } from '../view/view-models.ts';
import type { SceneEdit } from './protocol.ts';

export interface SharedView {
  readonly selection: Selection;
  /** The panel or tile that stood open. */
  readonly panel?: string;
  /** What the sender's engine had not answered. */
  readonly edits: readonly SceneEdit[];
}

/** What of a link's view can be used; never throws. */
export function sharedView(value: unknown): SharedView {
  const { panel, edits, ...selection } = fieldsOf(value);
  return {
    selection: selectionIn(selection),
    ...(word(panel) === undefined ? {} : { panel: word(panel) ?? '' }),
    edits: (Array.isArray(edits) ? edits : []).slice(0, 50).flatMap((edit) => textEdit(fieldsOf(edit)) ?? []),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

function selectionIn(fields: Fields): Selection {
  const state = place(fields['state']);
  const from = fields['changesFrom'] === 'edit' ? ('edit' as const) : place(fields['changesFrom']);
  const service = words(fields['service'], ['namespace', 'name']);
  const dns = words(fields['dns'], ['host', 'type', 'ns']);
  const object = words(fields['object'], ['kind', 'namespace', 'name']);
  const traffic = trafficIn(fieldsOf(fields['traffic']));
  return {
    ...(state === undefined ? {} : { state }),
    ...(from === undefined ? {} : { changesFrom: from }),
    ...(service ? { service } : {}),
    ...(dns ? { dns } : {}),
    ...(object ? { object } : {}),
    ...(traffic ? { traffic } : {}),
  };
}

function trafficIn(fields: Fields): Selection['traffic'] {
  const asked = words(fields, ['from', 'to']);
  if (!asked) return undefined;
  const { proto, family, also } = fields;
  const clients = Array.isArray(also) ? also.slice(0, 3).flatMap((client) => word(client) ?? []) : [];
  return {
    ...asked,
    ...(proto === 'TCP' || proto === 'UDP' ? { proto } : {}),
    ...(family === 'IPv4' || family === 'IPv6' ? { family } : {}),
    ...(clients.length > 0 ? { also: clients } : {}),
  };
}

const longest = 300;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= longest ? value : undefined;

/** A state's index. */
const place = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000 ? value : undefined;

/** The named fields, if each is a short text. */
function words<K extends string>(value: unknown, names: readonly K[]): Readonly<Record<K, string>> | undefined {
  const fields = fieldsOf(value);
  const found = names.flatMap((name) => {
    const text = Object.hasOwn(fields, name) ? word(fields[name]) : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  return found.length === names.length ? (Object.fromEntries(found) as Record<K, string>) : undefined;
}

function textEdit({ kind, state, text }: Fields): SceneEdit | undefined {
  const index = place(state);
  return kind === 'text' && index !== undefined && typeof text === 'string' ? { kind, state: index, text } : undefined;
}
