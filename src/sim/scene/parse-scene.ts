/** A scene's text → scene. */
import { Memo } from '../api/memo.ts';
import type { Json, JsonObject } from '../api/objects.ts';
import type { Problem, Range } from '../api/problems.ts';
import { rangeOf } from '../yaml/find-range.ts';
import type { Fault } from './check-fields.ts';
import { readComment, type CommentBlock } from './comment-block.ts';
import { cutScene, type Span, type StepCut } from './cut-scene.ts';
import { headerKeys, readHeader, type HeaderData } from './read-header.ts';
import { readStep } from './read-step.ts';
import type { Scene, SceneFault, Step, StepAction } from './scene.ts';

export { worldOf } from './world-of.ts';
export type { Scene, SceneFault, ScenePart, Step, StepAction } from './scene.ts';

/**
 * Reads a scene. Never throws: what is wrong in a header or a step is a problem at its place, and no text is lost.
 * With `memo`, a header and steps whose lines did not change keep their identity, and with them the world.
 */
export function parseScene(text: string, memo: Memo = new Memo()): Scene {
  const cut = cutScene(text);
  const comment = cut.comment && text.slice(cut.comment.start, cut.comment.end);
  const readAgain = (before?: HeaderRead | undefined): HeaderRead | undefined =>
    keepWorld(headerOf(comment ?? ''), before);
  const header =
    comment === undefined ? undefined : memo.once<HeaderRead | undefined>('scene header', [comment], readAgain);
  if (!header) {
    const empty = memo.once('scene without header', [], () => readHeader(Object.create(null) as JsonObject, []));
    return { text, ...empty, manifest: { text, offset: 0 }, steps: [], problems: [] };
  }
  const steps = cut.steps.map((step) => stepOf(text, step, memo));
  return {
    text,
    ...header.data,
    header: header.raw,
    manifest: part(text, cut.manifest),
    steps: steps.map(({ step }) => step),
    problems: [...header.problems, ...steps.flatMap(({ problems }) => problems)],
  };
}

function part(text: string, { start, end }: Span): { text: string; offset: number } {
  return { text: text.slice(start, end), offset: start };
}

interface HeaderRead {
  readonly data: HeaderData;
  readonly raw: JsonObject;
  readonly problems: readonly Problem[];
}

/** Undefined if the lines are just comments: they hold no mapping with a header's key, and do not look like one. */
function headerOf(comment: string): HeaderRead | undefined {
  const block = readComment(comment, '# ');
  const { value, error } = block.document;
  const raw = isMapping(value) ? value : (Object.create(null) as JsonObject);
  const known = error ? looksLikeHeader(comment) : headerKeys.some((key) => Object.hasOwn(raw, key));
  if (!known) return undefined;
  const faults: Fault[] = [];
  const data = readHeader(raw, faults);
  return { data, raw, problems: problemsOf(block, 'Header', faults) };
}

/** A header that says the same of the world as before, and something else of other things, keeps the world. */
function keepWorld(read: HeaderRead | undefined, before: HeaderRead | undefined): HeaderRead | undefined {
  const same = read && before && JSON.stringify(read.data.world) === JSON.stringify(before.data.world);
  return same ? { ...read, data: { ...read.data, world: before.data.world } } : read;
}

function isMapping(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A header that is being typed is still a header. */
function looksLikeHeader(comment: string): boolean {
  return comment.split('\n').some((line) => headerKeys.some((key) => line.startsWith(`# ${key}:`)));
}

interface StepRead {
  readonly action: StepAction & { readonly note?: string };
  readonly raw: JsonObject;
  /** Ranges count from the first of the step's comment lines. */
  readonly problems: readonly Problem[];
}

function stepOf(text: string, cut: StepCut, memo: Memo): { step: Step; problems: readonly Problem[] } {
  const comment = text.slice(cut.comment.start, cut.comment.end);
  const { action, raw, problems } = memo.once(`scene step ${comment}`, [cut.closed], () =>
    readStepComment(comment, cut),
  );
  const moved = problems.map((problem) => ({ ...problem, range: shift(problem.range, cut.comment.start) }));
  const { text: document, offset } = part(text, cut.text);
  return { step: { ...action, text: document, offset, raw }, problems: moved };
}

function readStepComment(comment: string, { closed }: StepCut): StepRead {
  const block = readComment(comment, '#   ');
  const { value } = block.document;
  const faults: Fault[] = [];
  if (!closed) faults.push({ fault: 'Missing', path: '', wanted: '#---' });
  const action = block.document.error ? ({ action: 'unknown' } as const) : readStep(value, faults);
  const raw = isMapping(value) ? value : (Object.create(null) as JsonObject);
  return { action, raw, problems: problemsOf(block, 'Step', faults) };
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function problemsOf(block: CommentBlock, code: 'Header' | 'Step', faults: readonly Fault[]): readonly Problem[] {
  const { document, toComment } = block;
  const problem = (severity: Problem['severity'], fault: SceneFault, path: string, range: Range, more: object) =>
    ({ code, severity, message: '', path, range: toComment(range), facts: { fault, ...more } }) as const;
  if (document.error) {
    const { message, start, end } = document.error;
    return [{ ...problem('error', 'Unreadable', '', { start, end }, {}), message }];
  }
  const doubled = document.duplicates.map(({ path, start, end, key }) =>
    problem('warning', 'DuplicateKey', path, { start, end }, { key }),
  );
  const wrong = faults.map(({ fault, path, wanted }) => {
    const place = rangeOf(document, path);
    const range = fault === 'UnknownKey' || fault === 'Missing' ? place.key : place.value;
    return problem(fault === 'UnknownKey' ? 'warning' : 'error', fault, path, range, { wanted });
  });
  return [...doubled, ...wrong];
}
