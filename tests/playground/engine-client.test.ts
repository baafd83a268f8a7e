import { expect, test } from 'vitest';
import { EngineClient, patience, type Answer, type EngineWorker } from '../../src/playground/engine-client.ts';
import type { Request, Response } from '../../src/playground/protocol.ts';

type Listener = (event: { readonly data: Response }) => void;

/** A worker that answers when the test says so. */
class FakeWorker implements EngineWorker {
  readonly full: boolean;
  readonly asked: Request[] = [];
  terminated = false;
  #listeners: Listener[] = [];
  #onError: ((event: { readonly message?: string }) => void)[] = [];

  constructor(full: boolean) {
    this.full = full;
  }

  postMessage(message: Request): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  addEventListener(type: 'message' | 'error', listener: unknown): void {
    if (type === 'message') this.#listeners.push(listener as Listener);
    else this.#onError.push(listener as (event: { readonly message?: string }) => void);
  }

  say(response: Response): void {
    for (const listener of this.#listeners) listener({ data: response });
  }

  /** Answers the last request. */
  answer(response: (id: number) => Response): void {
    this.say(response(this.asked.at(-1)?.id ?? 0));
  }

  fail(): void {
    for (const listener of this.#onError) listener({ message: 'no such script' });
  }
}

const view = (id: number): Response => ({ kind: 'view', id, scene: '', view: {} as never, milliseconds: 1 });
const printed = (id: number): Response => ({ kind: 'command', id, stdout: 'done\n', stderr: '', code: 0 });
const look = { kind: 'view', scene: 'a', edits: [], selection: {}, language: 'en' } as const;
const line = {
  kind: 'command',
  line: 'kubectl get ep',
  scene: 'a',
  edits: [],
  state: 0,
  from: '',
  language: 'en',
} as const;
const question = { what: 'hover', offset: 0, scene: 'a', edits: [], state: 0, language: 'en' } as const;

function started(known = false): { client: EngineClient; workers: FakeWorker[]; answers: Answer[]; stops: number[] } {
  const workers: FakeWorker[] = [];
  const answers: Answer[] = [];
  const stops: number[] = [];
  const start = async (full: boolean): Promise<FakeWorker> => {
    workers.push(new FakeWorker(full));
    return workers.at(-1) as FakeWorker;
  };
  const listener = {
    onAnswer: (answer: Answer) => answers.push(answer),
    onStopped: () => stops.push(answers.length),
  };
  const client = new EngineClient(start, listener, known);
  return { client, workers, answers, stops };
}

/** Lets what is started arrive. */
const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A lab whose first worker has answered one view. */
async function alive(): Promise<ReturnType<typeof started> & { readonly first: FakeWorker }> {
  const lab = started();
  lab.client.send(look);
  await arrived();
  const first = lab.workers[0] as FakeWorker;
  first.say({ kind: 'ready' });
  first.answer(view);
  return { ...lab, first };
}

test('views are answered by the first worker', async () => {
  const { workers, answers } = await alive();
  expect(workers.map(({ full }) => full)).toEqual([false]);
  expect(answers).toMatchObject([{ kind: 'view', id: 1 }]);
});

test('a scene that is known to need all parts starts the full worker alone', async () => {
  const { client, workers, answers } = started(true);
  client.send(look);
  await arrived();
  expect(workers.map(({ full }) => full)).toEqual([true]);
  workers[0]?.say({ kind: 'ready' });
  workers[0]?.answer(view);
  client.send(line);
  workers[0]?.answer(printed);
  expect(answers).toMatchObject([{ kind: 'view' }, { kind: 'command' }]);
  expect(workers).toHaveLength(1);
});

test('a command starts the full worker; it sees the last view first, then answers, and stays', async () => {
  const { client, workers, answers, first } = await alive();
  client.send(line);
  await arrived();
  const full = workers[1] as FakeWorker;
  expect([full.full, first.terminated]).toEqual([true, false]);
  full.say({ kind: 'ready' });
  expect(first.terminated).toBe(true);
  expect(full.asked).toMatchObject([{ kind: 'view', id: 1 }]);
  full.answer(view);
  full.answer(printed);
  client.send(look);
  full.answer(view);
  expect(answers).toMatchObject([{ id: 1 }, { kind: 'command', id: 2 }, { kind: 'view', id: 3 }]);
  expect(workers).toHaveLength(2);
});

test('the first worker goes on answering until the other one listens', async () => {
  const { client, workers, answers, first } = await alive();
  client.send(line);
  await arrived();
  client.send(look);
  first.answer(view);
  expect(answers).toMatchObject([{ id: 1 }, { kind: 'view', id: 3 }]);
  client.send({ ...look, scene: 'b' });
  const full = workers[1] as FakeWorker;
  full.say({ kind: 'ready' });
  expect(full.asked).toEqual([]);
  first.answer(view);
  expect(full.asked).toMatchObject([{ kind: 'view', scene: 'b' }]);
  full.answer(view);
  full.answer(printed);
  expect(answers.slice(2)).toMatchObject([
    { kind: 'view', id: 4 },
    { kind: 'command', id: 2 },
  ]);
});

test('a view that the first worker cannot answer goes to the full one', async () => {
  const { client, workers, answers, first } = await alive();
  client.send({ ...look, scene: 'b' });
  first.answer((id) => ({ kind: 'needs-full', id }));
  await arrived();
  const full = workers[1] as FakeWorker;
  full.say({ kind: 'ready' });
  full.answer(view);
  full.answer(view);
  expect(answers).toMatchObject([{ id: 1 }, { id: 2 }]);
});

test('a view with the drawer open is never given to the first worker', async () => {
  const { client, workers, answers, first } = await alive();
  const before = first.asked.length;
  client.send({ ...look, drawer: true });
  await arrived();
  const full = workers[1] as FakeWorker;
  full.say({ kind: 'ready' });
  full.answer(view);
  full.answer(view);
  expect(first.asked).toHaveLength(before);
  expect(answers).toMatchObject([{ id: 1 }, { id: 2 }]);
});

test('without the full worker help is silent and the lab lives on; a command fails and says why', async () => {
  const { client, workers, answers, first } = await alive();
  const help = client.help(question);
  await arrived();
  workers[1]?.fail();
  expect(await help).toBeUndefined();
  client.send(look);
  first.answer(view);
  client.send(line);
  await arrived();
  workers[2]?.fail();
  expect(answers).toMatchObject([{ id: 1 }, { kind: 'view' }, { kind: 'failure', message: 'no such script' }]);
});

test('a full worker that is stopped is followed by a full one', async () => {
  const { client, workers, stops } = await alive();
  client.send(line);
  await arrived();
  workers[1]?.say({ kind: 'ready' });
  workers[1]?.fail();
  await arrived();
  expect(stops).toEqual([1]);
  expect(workers.map(({ full }) => full)).toEqual([false, true, true]);
});

test('a second is enough for a lesson; a team’s manifests get up to six', () => {
  expect(patience(0)).toBe(1000);
  expect(patience(16_384)).toBe(1000);
  expect(patience(256 * 1024)).toBeGreaterThan(5000);
  expect(patience(256 * 1024)).toBeLessThan(6000);
});
