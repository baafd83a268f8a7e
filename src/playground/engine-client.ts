/**
 * The page's side of the engine: one request under way, the newest waiting, and a watchdog.
 * Small quick edits are answered on the page's own thread (`near-lane.ts`), everything else by a worker. One that does not
 * answer in time is killed; what it was given is not sent again by itself.
 * The first worker has few parts. The one with all of them is started for the first request that needs it, takes over when it
 * listens, and stays; until then the first one goes on answering.
 */
import type { EditorHelp } from '../view/help/help-models.ts';
import { HelpQueue, type HelpRequest } from './help-queue.ts';
import type { Answered, NearLane } from './near-lane.ts';
import type { Request, Response } from './protocol.ts';

/** Milliseconds a request may take, counted from when the worker can listen: a second, and more for a team's manifests. */
export const patience = (letters: number): number => 1000 + Math.max(0, letters - usualLetters) / 50;

/** Characters of a scene up to which a second is enough on any machine. */
const usualLetters = 16_384;

/** How many times as long a page's first answer may take: nothing of the engine is compiled yet, and the page is still busy. */
const firstAnswer = 3;

/** What reaches the listener: the rest is between client and worker. */
export type Answer = Exclude<Response, { kind: 'ready' | 'editor-help' | 'needs-full' }>;

/** `full`: the worker with all parts. */
export type StartWorker = (full: boolean) => Promise<EngineWorker>;

export type LoadNear = () => Promise<Pick<NearLane, 'answer' | 'answered' | 'dispose'>>;

/** Quick answers to typing after which the page gets an engine of its own: the reader works, and the machine is able. */
const quickOnes = 3;

/** Milliseconds of a quick answer, half a frame: the next one may be computed on the page's own thread. */
const quick = 8;

export interface EngineListener {
  onAnswer(response: Answer): void;
  /** The worker was stopped; the next request starts another. */
  onStopped(): void;
}

/** What the client needs of a worker. */
export interface EngineWorker {
  postMessage(message: Request): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Response }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

type ViewRequest = Extract<Request, { kind: 'view' }>;
type NewRequest = Request extends infer R ? (R extends Exclude<Request, HelpRequest> ? Omit<R, 'id'> : never) : never;

/** What is typed may still stand in the edits alone. */
const lettersOf = ({ scene, edits }: Request): number =>
  edits.reduce((most, edit) => (edit.kind === 'text' ? Math.max(most, edit.text.length) : most), scene.length);

export class EngineClient {
  readonly #start: StartWorker;
  readonly #listener: EngineListener;
  #worker: EngineWorker | undefined;
  #ready = false;
  /** The worker has all parts; it was asked for and is on its way. */
  #full = false;
  #wantsFull = false;
  #next: EngineWorker | undefined;
  #nextListens = false;
  /** The first worker said that it cannot answer views of the present text. */
  #lacking = false;
  #starting = false;
  #disposed = false;
  #lastId = 0;
  #underWay: Request | undefined;
  /** Absent once it is used. */
  #loadNear: LoadNear | undefined;
  #near: Awaited<ReturnType<LoadNear>> | undefined;
  /** The last text was answered, and quickly. */
  #isQuick = false;
  #quickOnes = 0;
  /** The last view that was answered: a worker that did not see it does so first, to mark what the next edit changes. */
  #answered: Answered | undefined;
  #isBehind = false;
  #isRepeated = false;
  #waitingView: ViewRequest | undefined;
  readonly #waitingCommands: Request[] = [];
  readonly #help = new HelpQueue();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `full`: the first text is known to need all parts, so the full worker is started at once. */
  constructor(start: StartWorker, loadNear: LoadNear, listener: EngineListener, full = false) {
    this.#start = start;
    this.#loadNear = loadNear;
    this.#listener = listener;
    this.#wantsFull = full;
  }

  /** Sends a request, or lets it wait; of waiting views only the newest is kept. Returns its id; the answer comes after that. */
  send(request: NewRequest): number {
    const numbered = { ...request, id: (this.#lastId += 1) } as Request;
    if (numbered.kind !== 'view') this.#waitingCommands.push(numbered);
    else if (this.#answerHere(numbered)) return numbered.id;
    else this.#waitingView = numbered;
    this.#pump();
    return numbered.id;
  }

  #answerHere(request: ViewRequest): boolean {
    const response = this.#isQuick ? this.#near?.answer(request) : undefined;
    if (!response) return false;
    this.#waitingView = undefined;
    this.#isBehind = true;
    this.#sawAnswer({ request, response });
    queueMicrotask(() => {
      if (!this.#disposed) this.#listener.onAnswer(response);
    });
    return true;
  }

  #sawAnswer(answered: Answered): void {
    const { request, response } = answered;
    this.#answered = answered;
    this.#near?.answered(answered);
    this.#isQuick = response.milliseconds <= quick;
    if (!this.#isQuick) this.#quickOnes = 0;
    else if (request.edits.some(({ kind }) => kind === 'text')) this.#quickOnes += 1;
    if (this.#quickOnes < quickOnes || !this.#loadNear) return;
    const loaded = this.#loadNear();
    this.#loadNear = undefined;
    // Where it cannot be loaded the worker goes on answering.
    void loaded.then(
      (near) => {
        this.#near = near;
        if (this.#disposed) near.dispose();
        else near.answered(this.#answered ?? answered);
      },
      () => undefined,
    );
  }

  /** Asks for help; a newer question of the same kind ends one that still waits. Undefined where there is no answer. */
  help(request: Omit<HelpRequest, 'id' | 'kind'>): Promise<EditorHelp> {
    const answer = this.#help.ask({ ...request, kind: 'editor-help', id: (this.#lastId += 1) });
    this.#pump();
    return answer;
  }

  dispose(): void {
    this.#disposed = true;
    this.#near?.dispose();
    this.#kill();
    this.#next?.terminate();
    this.#help.clear();
  }

  #pump(): void {
    if (this.#disposed || this.#underWay) return;
    if (this.#next && this.#nextListens) {
      this.#takeOver(this.#next);
      return;
    }
    if (this.#waitingView?.drawer) this.#wantsFull = true;
    if (!this.#worker) {
      void this.#startWorker();
      return;
    }
    if (!this.#ready) return;
    const lacking = this.#lacking || this.#waitingView?.drawer;
    const view = lacking && !this.#full ? undefined : this.#waitingView;
    if (!view && !this.#full && this.#waits()) {
      this.#wantsFull = true;
      void this.#startWorker();
      return;
    }
    const next = view ?? this.#waitingCommands.shift() ?? this.#help.next();
    if (!next) return;
    if (next.kind === 'view' && this.#isBehind) {
      this.#catchUp();
      return;
    }
    if (next === this.#waitingView) this.#waitingView = undefined;
    this.#post(next);
  }

  #waits(): boolean {
    return this.#waitingView !== undefined || this.#waitingCommands.length > 0 || !this.#help.isEmpty;
  }

  #post(request: Request): void {
    this.#underWay = request;
    const cold = this.#answered ? 1 : firstAnswer;
    this.#timer = setTimeout(() => this.#stopped(), cold * patience(lettersOf(request)));
    this.#worker?.postMessage(request);
  }

  async #startWorker(): Promise<void> {
    if (this.#starting || this.#next) return;
    this.#starting = true;
    const full = this.#wantsFull;
    try {
      const worker = await this.#start(full);
      if (this.#disposed) {
        worker.terminate();
        return;
      }
      if (this.#worker) this.#next = worker;
      else this.#worker = worker;
      worker.addEventListener('message', ({ data }) => {
        if (data.kind === 'ready') this.#listens(worker, full);
        else if (worker === this.#worker) this.#receive(data);
      });
      worker.addEventListener('error', ({ message = '' }) => {
        if (worker === this.#worker) this.#stopped();
        else if (worker === this.#next) this.#notStarted(message);
      });
    } catch (error) {
      this.#notStarted(error instanceof Error ? error.message : String(error));
    } finally {
      this.#starting = false;
    }
  }

  #listens(worker: EngineWorker, full: boolean): void {
    if (worker === this.#next) this.#nextListens = true;
    else if (worker === this.#worker) {
      this.#ready = true;
      this.#full = full;
    }
    this.#pump();
  }

  /** The full worker takes the place of the first, which has nothing under way. */
  #takeOver(worker: EngineWorker): void {
    this.#kill();
    this.#worker = worker;
    this.#next = undefined;
    this.#nextListens = false;
    this.#ready = true;
    this.#full = true;
    this.#catchUp();
  }

  #catchUp(): void {
    this.#isBehind = false;
    this.#isRepeated = this.#answered !== undefined;
    if (this.#answered) this.#post(this.#answered.request);
    else this.#pump();
  }

  /** The reader's text and the worker that serves are as they were; what waits for the other one is given up. */
  #notStarted(message: string): void {
    this.#next = undefined;
    this.#nextListens = false;
    this.#wantsFull = this.#full;
    const isHelp = this.#waitingCommands.length === 0 && !this.#waitingView;
    this.#waitingCommands.length = 0;
    this.#waitingView = undefined;
    this.#help.clear();
    if (!this.#disposed && !(isHelp && this.#worker))
      this.#listener.onAnswer({ kind: 'failure', id: this.#lastId, message });
  }

  #receive(response: Exclude<Response, { kind: 'ready' }>): void {
    const asked = this.#underWay;
    clearTimeout(this.#timer);
    this.#underWay = undefined;
    // What was answered here meanwhile is newer.
    const isOld = asked?.kind === 'view' && asked.id < (this.#answered?.request.id ?? 0);
    if (this.#isRepeated) this.#isRepeated = false;
    else if (isOld) this.#isBehind = true;
    else if (response.kind === 'needs-full') {
      this.#lacking = true;
      if (asked?.kind === 'view') this.#waitingView ??= asked;
    } else {
      if (response.kind === 'view' && asked?.kind === 'view') this.#sawAnswer({ request: asked, response });
      // Help that fails is no help; the reader's work goes on.
      const helped = this.#help.settle(response.id, response.kind === 'editor-help' ? response.help : undefined);
      if (!helped && response.kind !== 'editor-help') this.#listener.onAnswer(response);
    }
    this.#pump();
  }

  #stopped(): void {
    // A worker that cannot even start is not started again by itself.
    if (!this.#ready) this.#waitingView = undefined;
    // Help is about the text that stopped it.
    this.#help.clear();
    this.#kill();
    this.#listener.onStopped();
    this.#pump();
  }

  #kill(): void {
    this.#isQuick = false;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#isRepeated = false;
    if (this.#underWay) this.#help.settle(this.#underWay.id, undefined);
    this.#underWay = undefined;
  }
}
