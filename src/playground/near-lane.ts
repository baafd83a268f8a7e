/**
 * Views answered on the page's own thread, in the frame of the letter that asks for them: a browser draws a letter before it
 * delivers what a worker says to it. An engine here cannot be stopped, so it gets nothing but small steps from a text that
 * was answered; everything else is left to the worker.
 */
import type { Request, Response } from './protocol.ts';

type ViewRequest = Extract<Request, { kind: 'view' }>;
type ViewResponse = Extract<Response, { kind: 'view' }>;

/** What the lane needs of an engine. */
export interface NearEngine {
  answer(request: Request): Response;
}

/** Characters of a whole scene, and those that may come in or go at once. */
const smallScene = 16_384;
const smallStep = 256;

/** Runs of a new engine before one is used: its first ones are slow. */
const warmUps = 12;

/** A view that was answered, by whichever engine. */
export interface Answered {
  readonly request: ViewRequest;
  readonly response: ViewResponse;
}

export class NearLane {
  readonly #create: () => NearEngine;
  /** Absent until it is warm, and after a failure. */
  #engine: NearEngine | undefined;
  #disposed = false;
  /** The last view answered. */
  #last: Answered | undefined;
  /** The last view that the engine here has seen. */
  #seen: ViewRequest | undefined;

  constructor(create: () => NearEngine) {
    this.#create = create;
    this.#warmUp(create(), warmUps);
  }

  /** Hears of every view answered. */
  answered(last: Answered): void {
    this.#last = last;
  }

  /** The answer, or undefined where the worker is to give it. */
  answer(request: ViewRequest): ViewResponse | undefined {
    const engine = this.#engine;
    const last = this.#last;
    if (!engine || !last || !isSmallStep(last, request)) return undefined;
    // Marks of an edit are made against the result before it.
    if (this.#seen !== last.request) engine.answer(last.request);
    const response = engine.answer(request);
    if (response.kind !== 'view') {
      this.dispose();
      return undefined;
    }
    this.#seen = request;
    return response;
  }

  dispose(): void {
    this.#disposed = true;
    this.#engine = undefined;
  }

  /** In an engine that is thrown away: the one in use has seen nothing but what was shown. */
  #warmUp(scratch: NearEngine, left: number): void {
    if (this.#disposed) return;
    if (left === 0) {
      this.#engine = this.#create();
      return;
    }
    whenIdle(() => {
      const request = this.#last?.request;
      if (request) scratch.answer({ ...request, scene: request.scene + (left % 2 === 0 ? '' : '\n') });
      this.#warmUp(scratch, request ? left - 1 : left);
    });
  }
}

/** In the same scene, which is small, with little put in or taken away; and without connections to play, which may be many. */
function isSmallStep({ request, response }: Answered, next: ViewRequest): boolean {
  const { state, text } = response.view;
  const goesOn = next.scene === response.scene || next.scene === request.scene;
  if (!goesOn || next.scene.length > smallScene || next.selection.play) return false;
  return next.edits.every(
    (edit) => edit.kind !== 'text' || (edit.state === state && Math.abs(edit.text.length - text.length) <= smallStep),
  );
}

/** Where the browser does not tell when it is idle, soon. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 20);
}
