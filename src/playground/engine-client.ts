/**
 * The page's side of the engine: one request under way, the newest waiting, and a watchdog.
 * A worker that does not answer in time is killed; what it was given is not sent again by itself.
 */
import type { Request, Response } from './protocol.ts';

/** Milliseconds a request may take, counted from when the worker can listen. */
export const patience = 1000;

export interface EngineListener {
  onAnswer(response: Exclude<Response, { kind: 'ready' }>): void;
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

type NewRequest = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export class EngineClient {
  readonly #start: () => Promise<EngineWorker>;
  readonly #listener: EngineListener;
  #worker: EngineWorker | undefined;
  #ready = false;
  #starting = false;
  #disposed = false;
  #lastId = 0;
  #underWay: Request | undefined;
  #waitingView: Request | undefined;
  readonly #waitingCommands: Request[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => Promise<EngineWorker>, listener: EngineListener) {
    this.#start = start;
    this.#listener = listener;
  }

  /** Sends a request, or lets it wait; of waiting views only the newest is kept. Returns its id. */
  send(request: NewRequest): number {
    const numbered = { ...request, id: (this.#lastId += 1) } as Request;
    if (numbered.kind === 'view') this.#waitingView = numbered;
    else this.#waitingCommands.push(numbered);
    this.#pump();
    return numbered.id;
  }

  dispose(): void {
    this.#disposed = true;
    this.#kill();
  }

  #pump(): void {
    if (this.#disposed || this.#underWay) return;
    if (!this.#worker) {
      void this.#startWorker();
      return;
    }
    if (!this.#ready) return;
    const next = this.#waitingView ?? this.#waitingCommands.shift();
    if (!next) return;
    if (next === this.#waitingView) this.#waitingView = undefined;
    this.#underWay = next;
    this.#timer = setTimeout(() => this.#stopped(), patience);
    this.#worker.postMessage(next);
  }

  async #startWorker(): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    try {
      const worker = await this.#start();
      if (this.#disposed) {
        worker.terminate();
        return;
      }
      this.#worker = worker;
      worker.addEventListener('message', ({ data }) => {
        if (worker === this.#worker) this.#receive(data);
      });
      worker.addEventListener('error', () => {
        if (worker === this.#worker) this.#stopped();
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!this.#disposed) this.#listener.onAnswer({ kind: 'failure', id: this.#lastId, message });
    } finally {
      this.#starting = false;
    }
  }

  #receive(response: Response): void {
    if (response.kind === 'ready') {
      this.#ready = true;
    } else {
      clearTimeout(this.#timer);
      this.#underWay = undefined;
      this.#listener.onAnswer(response);
    }
    this.#pump();
  }

  #stopped(): void {
    // A worker that cannot even start is not started again by itself.
    if (!this.#ready) this.#waitingView = undefined;
    this.#kill();
    this.#listener.onStopped();
    this.#pump();
  }

  #kill(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#underWay = undefined;
  }
}
