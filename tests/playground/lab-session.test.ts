import { expect, test } from 'vitest';
import { Engine } from '../../src/playground/engine.ts';
import type { EngineWorker } from '../../src/playground/engine-client.ts';
import { LabSession } from '../../src/playground/lab-session.ts';
import type { Response } from '../../src/playground/protocol.ts';
import { viewParts } from '../../src/playground/view-parts.ts';

/** A worker that runs the engine here. */
function worker(): EngineWorker {
  const engine = new Engine(viewParts);
  const listeners: ((event: { readonly data: Response }) => void)[] = [];
  const say = (data: Response): void => listeners.forEach((listener) => listener({ data }));
  return {
    postMessage: (request) => queueMicrotask(() => say(engine.answer(request))),
    terminate: () => undefined,
    addEventListener: (type: 'message' | 'error', listener: unknown) => {
      if (type === 'error') return;
      listeners.push(listener as (event: { readonly data: Response }) => void);
      queueMicrotask(() => say({ kind: 'ready' }));
    },
  };
}

const scene = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
  - port: 80
`;

async function session(): Promise<{ lab: LabSession; settled: () => Promise<void> }> {
  const lab = new LabSession({
    scene: scene('web'),
    language: 'en',
    startWorker: async () => worker(),
    loadNear: () => new Promise(() => undefined),
    onChange: () => undefined,
  });
  const settled = (): Promise<void> => expect.poll(() => lab.state.engine).toBe('ready');
  await settled();
  return { lab, settled };
}

const question = { host: 'api', type: 'AAAA', ns: 'default' };

test('what takes the place of scene and questions gives both back', async () => {
  const { lab, settled } = await session();
  lab.select({ dns: question });
  await settled();
  lab.replace(scene('api'), {});
  await settled();
  expect(lab.state.view?.dns).not.toMatchObject({ host: 'api', type: 'AAAA' });

  lab.undo();
  await settled();
  expect([lab.state.text, lab.state.view?.dns.type]).toEqual([scene('web'), 'AAAA']);
  lab.redo();
  await settled();
  expect([lab.state.text, lab.state.selection.dns]).toEqual([scene('api'), undefined]);
});

test('an edit taken back leaves the questions asked since', async () => {
  const { lab, settled } = await session();
  lab.type(scene('api'));
  await settled();
  lab.select({ dns: question });
  await settled();
  lab.undo();
  await settled();
  expect([lab.state.text, lab.state.view?.dns.type]).toEqual([scene('web'), 'AAAA']);
});

test('a text that nobody answered yet comes back as it was typed, at once', async () => {
  const { lab, settled } = await session();
  lab.type(scene('api'));
  lab.replace(scene('db'), {});
  await settled();
  lab.undo();
  expect(lab.state.text).toBe(scene('api'));
  await settled();
  expect(lab.state.text).toBe(scene('api'));
});
