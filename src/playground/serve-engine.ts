/**
 * The engine in a worker: scene text in, view models out. Keeps the last run, so that an edit costs what it changes.
 * A page's first worker has few parts and one language; what it lacks it says, and the page starts the one with all.
 */
import { judge } from '../checks/judge.ts';
import type { Settings, Simulation } from '../sim/core.ts';
import { checkInWords } from '../view/check-words.ts';
import type { ViewSettings } from '../view/context.ts';
import { labViewIn } from '../view/lab-view-in.ts';
import type { LabView, Language } from '../view/view-models.ts';
import type { Dictionary } from '../view/words/dictionary.ts';
import { applyEdit } from './apply-edit.ts';
import type { Request, Response } from './protocol.ts';

type ViewRequest = Extract<Request, { kind: 'view' }>;

/** What a worker is made of. */
export interface EngineParts {
  readonly simulate: (text: string, settings?: Settings) => Simulation;
  readonly words: (language: Language) => Dictionary;
  /** Absent: the page is told to start the full engine where a panel of the drawer is wanted. */
  readonly drawer?: ViewSettings['drawer'];
  /** Everything but views, about the scene after its edits; absent: the page is told to start the full engine. */
  readonly answer?: (request: Exclude<Request, ViewRequest>, scene: string, run: Simulation) => Response;
}

let last: Simulation | undefined;
let start: Simulation | undefined;

/** A result shown: of which run, and when its text came. Milliseconds. */
interface Shown {
  readonly run: Simulation;
  readonly view: LabView;
  readonly at: number;
  /** The result before the edit that led here. */
  readonly before: Shown | undefined;
}

/** Letters typed in one go are one edit. Milliseconds from one to the next. */
const oneGo = 1000;

let shown: Shown | undefined;
/** The last result of a text that could be read. */
let lastGood: LabView | undefined;

/** Answers the page's requests, one after the other, for as long as the worker lives. */
export function serveEngine(parts: EngineParts): void {
  const scope = globalThis as unknown as {
    postMessage(message: Response): void;
    addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void;
  };
  scope.addEventListener('message', ({ data }) => {
    try {
      scope.postMessage(answer(parts, data));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      scope.postMessage({ kind: 'failure', id: data.id, message });
    }
  });
  scope.postMessage({ kind: 'ready' });
}

function answer(parts: EngineParts, request: Request): Response {
  const began = performance.now();
  const needsFull: Response = { kind: 'needs-full', id: request.id };
  if (request.kind === 'view' ? request.drawer && !parts.drawer : !parts.answer) return needsFull;
  const scene = request.edits.reduce(applyEdit, request.scene);
  if (last?.scene.text !== scene) last = parts.simulate(scene, { previous: last });
  if (last.needs) return needsFull;
  if (request.kind !== 'view') return parts.answer ? parts.answer(request, scene, last) : needsFull;
  const { start: text } = request;
  if (text !== undefined && start?.scene.text !== text) start = parts.simulate(text);
  if (text !== undefined && start?.needs) return needsFull;
  return { ...view(parts, request, last), milliseconds: performance.now() - began };
}

function view(
  { words, drawer }: EngineParts,
  { id, selection, language, ages, checks, start: startText, drawer: wanted }: ViewRequest,
  simulation: Simulation,
): Omit<Extract<Response, { kind: 'view' }>, 'milliseconds'> {
  const now = performance.now();
  const scene = simulation.scene.text;
  const dictionary = words(language);
  const before = beforeEdit(scene, now);
  const made = labViewIn(simulation, selection, dictionary, {
    ...(ages ? { ages } : {}),
    ...(before ? { before: before.view, earlier: before.run } : {}),
    ...(lastGood ? { lastGood } : {}),
    ...(wanted && drawer ? { drawer } : {}),
  });
  const at = shown?.run.scene.text === scene ? shown.at : now;
  shown = { run: simulation, view: made, at, before: before && { ...before, before: undefined } };
  if (!made.problems.unreadable) lastGood = made;
  const results = checks ? judge(simulation, checks, startText === undefined ? undefined : start) : undefined;
  return {
    kind: 'view',
    id,
    scene,
    view: made,
    ...(results ? { checks: results.map((result) => checkInWords(result, dictionary)) } : {}),
  };
}

/** The result to mark an edit against: not a text half typed, nor one that could not be read. */
function beforeEdit(scene: string, now: number): Shown | undefined {
  if (!shown || shown.run.scene.text === scene) return shown?.before;
  const goesOn = shown.before !== undefined && (now - shown.at < oneGo || shown.view.problems.unreadable);
  return goesOn ? shown.before : shown;
}
