import { expect, test, vi } from 'vitest';
import { EngineClient, patience, type Answer, type EngineWorker } from '../../src/playground/engine-client.ts';
import { NearLane, type NearEngine } from '../../src/playground/near-lane.ts';
import type { Request, Response, SceneEdit } from '../../src/playground/protocol.ts';

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

const view = (id: number): Response => ({
  kind: 'view',
  id,
  scene: '',
  view: { state: 0, text: '' } as never,
  milliseconds: 1,
});
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

/** The page's own engine has answered when the worker has nothing under way. */
const near: NearEngine = { answer: ({ id }) => view(id) };

function started(known = false): {
  client: EngineClient;
  workers: FakeWorker[];
  answers: Answer[];
  stops: number[];
  loads: () => number;
} {
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
  let loaded = 0;
  const loadNear = async (): Promise<NearLane> => {
    loaded += 1;
    return new NearLane(() => near);
  };
  const client = new EngineClient(start, loadNear, listener, known);
  return { client, workers, answers, stops, loads: () => loaded };
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

test('an engine that does not answer is stopped after a second, a page’s first one after three', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { client, workers, stops } = started();
    client.send(look);
    await Promise.resolve();
    await Promise.resolve();
    workers[0]?.say({ kind: 'ready' });
    vi.advanceTimersByTime(2900);
    expect(stops).toHaveLength(0);
    workers[0]?.answer(view);
    client.send(look);
    vi.advanceTimersByTime(900);
    expect(stops).toHaveLength(0);
    vi.advanceTimersByTime(200);
    expect([stops.length, workers[0]?.terminated]).toEqual([1, true]);
  } finally {
    vi.useRealTimers();
  }
});

test('a second is enough for a lesson; a team’s manifests get up to six', () => {
  expect(patience(0)).toBe(1000);
  expect(patience(16_384)).toBe(1000);
  expect(patience(256 * 1024)).toBeGreaterThan(5000);
  expect(patience(256 * 1024)).toBeLessThan(6000);
});

/** A lab whose page has an engine of its own, warm: a reader has typed into it. */
async function typedInto(): Promise<Awaited<ReturnType<typeof alive>>> {
  const lab = await alive();
  for (let letters = 1; letters <= 3; letters += 1) {
    lab.client.send(typing(letters));
    lab.first.answer(view);
  }
  await vi.waitFor(() => {
    const asked = lab.first.asked.length;
    lab.client.send(typing(0));
    if (lab.first.asked.length > asked) lab.first.answer(view);
    expect(lab.first.asked).toHaveLength(asked);
  });
  lab.answers.length = 0;
  return lab;
}

const typing = (letters: number): Omit<typeof look, 'scene' | 'edits'> & { scene: string; edits: SceneEdit[] } => ({
  ...look,
  scene: '',
  edits: [{ kind: 'text', state: 0, text: 'a'.repeat(letters) }],
});

test('what is typed is answered before the next task, without the worker', async () => {
  const { client, answers, first } = await typedInto();
  const asked = first.asked.length;
  const id = client.send(typing(4));
  expect(answers).toEqual([]);
  await Promise.resolve();
  expect(answers).toMatchObject([{ kind: 'view', id }]);
  expect(first.asked).toHaveLength(asked);
});

test('the worker sees what was answered in the page before it is asked itself', async () => {
  const { client, answers, first } = await typedInto();
  const here = client.send(typing(4));
  await Promise.resolve();
  const pasted = client.send(typing(1000));
  expect(first.asked.at(-1)?.id).toBe(here);
  first.answer(view);
  expect(first.asked.at(-1)?.id).toBe(pasted);
  first.answer(view);
  expect(answers.map(({ id }) => id)).toEqual([here, pasted]);
});

test('a worker’s answer that comes after a newer one of the page is not shown', async () => {
  const { client, answers, first } = await typedInto();
  client.send(typing(1000));
  first.answer(view);
  const pasted = client.send(typing(1001));
  const here = client.send(typing(4));
  await Promise.resolve();
  first.answer(view);
  expect([pasted < here, answers.map(({ id }) => id)]).toEqual([true, [here]]);
});

test('after a slow answer, and after a text that stopped it, the worker is asked', async () => {
  const { client, answers, first, stops, workers } = await typedInto();
  client.send(typing(1000));
  first.answer(view); // what it has not seen
  first.answer((id) => ({ ...(view(id) as Extract<Response, { kind: 'view' }>), milliseconds: 20 }));
  client.send(typing(4));
  first.answer(view);
  const sent = first.asked.length;
  client.send(typing(5));
  await Promise.resolve();
  expect([first.asked.length, answers.length]).toEqual([sent, 3]);
  client.send(typing(1000));
  first.fail();
  expect(stops).toHaveLength(1);
  client.send(typing(4));
  await Promise.resolve();
  expect(answers).toHaveLength(3);
  await arrived();
  workers[1]?.say({ kind: 'ready' });
  workers[1]?.answer(view);
  expect(answers).toHaveLength(4);
});

test('nothing is loaded for a reader who does not type, nor on a slow machine', async () => {
  const { client, first, loads } = await alive();
  for (let asked = 0; asked < 5; asked += 1) {
    client.send(look);
    first.answer(view);
    client.send(typing(asked));
    first.answer((id) => ({ ...(view(id) as Extract<Response, { kind: 'view' }>), milliseconds: 20 }));
  }
  expect(loads()).toBe(0);
  for (let asked = 0; asked < 5; asked += 1) {
    client.send(typing(asked));
    first.answer(view);
  }
  expect(loads()).toBe(1);
});
