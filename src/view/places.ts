/** From an object's field to the line of the manifest that says it. */
import { objectIn, podSource, rangeOf, type ObjectRef, type State } from '../sim/core.ts';
import type { Place } from './view-models.ts';

type Outcome = State['outcomes'][number];

/** A document and the state whose text holds it. */
interface Typed {
  readonly state: State;
  readonly outcome: Outcome;
}

export interface FieldPlace {
  readonly place: Place;
  /** True if the field itself stands there; else its nearest ancestor does. */
  readonly exact: boolean;
  readonly outcome: Outcome;
  /** Ranges in the text of `place.state`. */
  readonly key: { readonly start: number; readonly end: number };
  readonly value: { readonly start: number; readonly end: number };
}

/** Places as they look from one state: objects stand in the text that applied them last. */
export class Places {
  readonly #shown: State;
  readonly #outcomes = new Map<State['outcomes'], ReadonlyMap<string, Outcome>>();
  readonly #lines = new Map<string, readonly number[]>();
  readonly #fields = new Map<Outcome, Map<string, FieldPlace>>();

  constructor(shown: State) {
    this.#shown = shown;
  }

  /** The place of a field; of what holds it, where it is not typed; undefined for an object that nobody typed. */
  of(ref: ObjectRef | undefined, path = ''): Place | undefined {
    return this.field(ref, path)?.place;
  }

  /** The same, with the ranges of key and value, to replace them. */
  field(ref: ObjectRef | undefined, path = ''): FieldPlace | undefined {
    if (!ref) return undefined;
    const typed = this.#find(ref);
    if (typed) return this.#inDocument(typed, path);
    if (ref.kind !== 'Pod') return undefined;
    const pod = objectIn(this.#shown.cluster, 'pods', ref.namespace, ref.name);
    const source = pod && podSource(this.#shown.cluster, pod);
    const workload = source && source.object.kind !== 'Pod' ? this.#find(source.object) : undefined;
    return workload && source && this.#inDocument(workload, path === '' ? 'metadata.name' : `${source.prefix}${path}`);
  }

  /** What became of the document that applied an object last, and the state it stands in. */
  document(ref: ObjectRef): Outcome | undefined {
    return this.#find(ref)?.outcome;
  }

  /** The value at these steps of a document of the shown text, if it stands there. */
  inOutcome(outcome: Outcome, steps: readonly (string | number)[]): FieldPlace['value'] | undefined {
    const path = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    const { exact, value } = rangeOf(outcome.yaml, path);
    return exact ? { start: value.start + outcome.range.start, end: value.end + outcome.range.start } : undefined;
  }

  /** A range of the shown state's text. */
  inShown(start: number, end: number): Place {
    return this.#place(this.#shown, start, end);
  }

  #find(ref: ObjectRef): Typed | undefined {
    const key = `${ref.kind} ${ref.namespace} ${ref.name}`;
    for (let state: State | undefined = this.#shown; state; state = state.before) {
      const outcome = this.#index(state).get(key);
      if (outcome) return { state, outcome };
    }
    return undefined;
  }

  #index({ outcomes }: State): ReadonlyMap<string, Outcome> {
    let index = this.#outcomes.get(outcomes);
    if (!index) {
      const entries = outcomes.flatMap((outcome) =>
        outcome.object
          ? [[`${outcome.object.kind} ${outcome.object.namespace} ${outcome.object.name}`, outcome] as const]
          : [],
      );
      this.#outcomes.set(outcomes, (index = new Map(entries)));
    }
    return index;
  }

  /** Pods of one template are at the same places. */
  #inDocument(typed: Typed, path: string): FieldPlace {
    let fields = this.#fields.get(typed.outcome);
    if (!fields) this.#fields.set(typed.outcome, (fields = new Map()));
    let found = fields.get(path);
    if (!found) fields.set(path, (found = this.#locate(typed, path)));
    return found;
  }

  #locate({ state, outcome }: Typed, path: string): FieldPlace {
    const full = (field: string): string => (outcome.item === undefined ? field : `items[${outcome.item}].${field}`);
    const wanted = rangeOf(outcome.yaml, full(path));
    // What the cluster reports of an object, or a field it does not have, is shown at its name.
    const found =
      path !== '' && (wanted.exact || (wanted.path !== '' && wanted.path !== full('metadata')))
        ? wanted
        : { ...rangeOf(outcome.yaml, full('metadata.name')), exact: false };
    const move = ({ start, end }: { readonly start: number; readonly end: number }): FieldPlace['key'] => ({
      start: start + outcome.range.start,
      end: end + outcome.range.start,
    });
    const [key, value] = [move(found.key), move(found.value)];
    // A mapping or list is shown at its key.
    const isScalar = !/\n|: /.test(outcome.yaml.text.slice(found.value.start, found.value.end));
    const shown = found.exact && isScalar && value.end > value.start ? value : key;
    return { place: this.#place(state, shown.start, shown.end), exact: found.exact, outcome, key, value };
  }

  #place(state: State, start: number, end: number): Place {
    const text = state.text;
    let lines = this.#lines.get(text);
    if (!lines) this.#lines.set(text, (lines = lineStarts(text)));
    // A state that only reports a status shows the text of the one before.
    const index = text === this.#shown.text ? this.#shown.index : state.index;
    return { state: index, line: lineAt(lines, start), start, end };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line of an offset, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
