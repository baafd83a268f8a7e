/**
 * The engine behind a page: scene text in, view models out. Keeps the last run, so that an edit costs what it changes.
 * A page's first engine has few parts and one language; what it lacks it says, and the page starts the one with all.
 */
import type { Check } from '../checks/checks.ts';
import type { Settings, Simulation } from '../sim/core.ts';
import type { ViewSettings } from '../view/context.ts';
import { labViewIn } from '../view/lab-view-in.ts';
import type { LabView, Language } from '../view/view-models.ts';
import type { Dictionary } from '../view/words/dictionary.ts';
import { applyEdit } from './apply-edit.ts';
import type { CheckView, Request, Response } from './protocol.ts';

type ViewRequest = Extract<Request, { kind: 'view' }>;

/** What an engine is made of. */
export interface EngineParts {
  readonly simulate: (text: string, settings?: Settings) => Simulation;
  readonly words: (language: Language) => Dictionary;
  /** Absent: the page is told to start the full engine where a panel of the drawer is wanted. */
  readonly drawer?: ViewSettings['drawer'];
  /** Judges an exercise's checks, `start` being its untouched scene; absent: the full engine does. */
  readonly judge?: (
    run: Simulation,
    checks: readonly Check[],
    start: Simulation | undefined,
    language: Language,
  ) => readonly CheckView[];
  /** Everything but views, about the scene after its edits; absent: the page is told to start the full engine. */
  readonly answer?: (request: Exclude<Request, ViewRequest>, scene: string, run: Simulation) => Response;
}

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

/** The engine of one lab. */
export class Engine {
  readonly #parts: EngineParts;
  #last: Simulation | undefined;
  #start: Simulation | undefined;
  #shown: Shown | undefined;
  /** The last result of a text that could be read. */
  #lastGood: LabView | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /** A mistake of our own is a `failure`, never a throw. */
  answer(request: Request): Response {
    try {
      return this.#answer(request);
    } catch (error) {
      return { kind: 'failure', id: request.id, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #answer(request: Request): Response {
    const parts = this.#parts;
    const began = performance.now();
    const needsFull: Response = { kind: 'needs-full', id: request.id };
    const lacks =
      request.kind === 'view' ? (request.drawer && !parts.drawer) || (request.checks && !parts.judge) : !parts.answer;
    if (lacks) return needsFull;
    const scene = request.edits.reduce(applyEdit, request.scene);
    if (this.#last?.scene.text !== scene) this.#last = parts.simulate(scene, { previous: this.#last });
    if (this.#last.needs) return needsFull;
    if (request.kind !== 'view') return parts.answer ? parts.answer(request, scene, this.#last) : needsFull;
    const { start: text } = request;
    if (text !== undefined && this.#start?.scene.text !== text) this.#start = parts.simulate(text);
    if (text !== undefined && this.#start?.needs) return needsFull;
    return { ...this.#view(request, this.#last), milliseconds: performance.now() - began };
  }

  #view(
    { id, selection, language, ages, checks, start: startText, drawer: wanted }: ViewRequest,
    simulation: Simulation,
  ): Omit<Extract<Response, { kind: 'view' }>, 'milliseconds'> {
    const now = performance.now();
    const scene = simulation.scene.text;
    const before = this.#beforeEdit(scene, now);
    const made = labViewIn(simulation, selection, this.#parts.words(language), {
      ...(ages ? { ages } : {}),
      ...(before ? { before: before.view, earlier: before.run } : {}),
      ...(this.#lastGood ? { lastGood: this.#lastGood } : {}),
      ...(wanted && this.#parts.drawer ? { drawer: this.#parts.drawer } : {}),
    });
    const at = this.#shown?.run.scene.text === scene ? this.#shown.at : now;
    this.#shown = { run: simulation, view: made, at, before: before && { ...before, before: undefined } };
    if (!made.problems.unreadable) this.#lastGood = made;
    const start = startText === undefined ? undefined : this.#start;
    return {
      kind: 'view',
      id,
      scene,
      view: made,
      ...(checks && this.#parts.judge ? { checks: this.#parts.judge(simulation, checks, start, language) } : {}),
    };
  }

  /** The result to mark an edit against: not a text half typed, nor one that could not be read. */
  #beforeEdit(scene: string, now: number): Shown | undefined {
    const shown = this.#shown;
    if (!shown || shown.run.scene.text === scene) return shown?.before;
    const goesOn = shown.before !== undefined && (now - shown.at < oneGo || shown.view.problems.unreadable);
    return goesOn ? shown.before : shown;
  }
}
