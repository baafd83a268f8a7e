/** Questions of the editor that wait for an engine, the newest of each kind, and who waits for the answers. */
import type { EditorHelp, HelpKind } from '../view/help/help-models.ts';
import type { Request } from './protocol.ts';

export type HelpRequest = Extract<Request, { kind: 'editor-help' }>;

export class HelpQueue {
  readonly #waiting = new Map<HelpKind, HelpRequest>();
  readonly #wanted = new Map<number, (help: EditorHelp) => void>();

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** A newer question of the same kind ends one that still waits. */
  ask(request: HelpRequest): Promise<EditorHelp> {
    const older = this.#waiting.get(request.what);
    if (older) this.settle(older.id, undefined);
    this.#waiting.set(request.what, request);
    return new Promise((resolve) => this.#wanted.set(request.id, resolve));
  }

  /** The next question to send; it waits no longer, its asker does. */
  next(): HelpRequest | undefined {
    const [next] = this.#waiting.values();
    if (next) this.#waiting.delete(next.what);
    return next;
  }

  /** True if somebody waited for it. */
  settle(id: number, help: EditorHelp): boolean {
    const resolve = this.#wanted.get(id);
    this.#wanted.delete(id);
    resolve?.(help);
    return resolve !== undefined;
  }

  /** Nobody gets an answer. */
  clear(): void {
    this.#waiting.clear();
    for (const id of this.#wanted.keys()) this.settle(id, undefined);
  }
}
