/** An engine in a worker: answers the page's requests, one after the other, for as long as the worker lives. */
import { Engine, type EngineParts } from './engine.ts';
import type { Request, Response } from './protocol.ts';

export function serveEngine(parts: EngineParts): void {
  const scope = globalThis as unknown as {
    postMessage(message: Response): void;
    addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void;
  };
  const engine = new Engine(parts);
  scope.addEventListener('message', ({ data }) => scope.postMessage(engine.answer(data)));
  scope.postMessage({ kind: 'ready' });
}
