import { expect, test } from 'vitest';
import { NearLane, type NearEngine } from '../../src/playground/near-lane.ts';
import type { Request, Response, SceneEdit } from '../../src/playground/protocol.ts';

type ViewRequest = Extract<Request, { kind: 'view' }>;
type ViewResponse = Extract<Response, { kind: 'view' }>;

const text = 'kind: Service\n';

const asked = (id: number, edits: readonly SceneEdit[] = [], scene = text): ViewRequest => ({
  kind: 'view',
  id,
  scene,
  edits,
  selection: {},
  language: 'en',
});

const typed = (id: number, to: string, state = 0): ViewRequest => asked(id, [{ kind: 'text', state, text: to }]);

const answered = (id: number, milliseconds = 1): ViewResponse => ({
  kind: 'view',
  id,
  scene: text,
  view: { state: 0, text } as never,
  milliseconds,
});

/** A lane whose engine is warm, and whose text a worker has answered. */
async function warm(answer: (request: Request) => Response = ({ id }) => answered(id)): Promise<{
  lane: NearLane;
  seen: number[];
}> {
  const seen: number[] = [];
  const engines: NearEngine[] = [];
  const create = (): NearEngine => {
    const engine: NearEngine = {
      answer(request) {
        // The first one is warmed up and thrown away.
        if (engine !== engines[0]) seen.push(request.id);
        return engine === engines[0] ? answered(request.id) : answer(request);
      },
    };
    engines.push(engine);
    return engine;
  };
  const lane = new NearLane(create);
  lane.answered({ request: typed(3, `${text}#`), response: answered(3) });
  await expect.poll(() => engines.length).toBe(2);
  return { lane, seen };
}

test('a small step is answered at once, and the engine has seen the result before it', async () => {
  const { lane, seen } = await warm();
  expect(lane.answer(typed(4, `${text}# a`))).toMatchObject({ kind: 'view', id: 4 });
  expect(seen).toEqual([3, 4]);
});

test('what the engine answered itself it does not see again', async () => {
  const { lane, seen } = await warm();
  for (const id of [4, 5]) {
    const request = typed(id, `${text}# a`);
    lane.answered({ request, response: lane.answer(request) ?? answered(0) });
  }
  expect(seen).toEqual([3, 4, 5]);
});

test('questions and switches are answered, too; connections are left to the worker', async () => {
  const { lane } = await warm();
  expect(lane.answer({ ...asked(4), selection: { dns: { host: 'web', type: 'A', ns: 'default' } } })).toBeDefined();
  expect(lane.answer(asked(5, [{ kind: 'pod', state: 0, pod: 'web', intent: { ready: false } }]))).toBeDefined();
  expect(lane.answer({ ...asked(6), selection: { play: { count: 1000, seed: 1 } } })).toBeUndefined();
});

test.each([
  ['a text that is put in', typed(4, text + '#'.repeat(300))],
  ['a text that goes', typed(4, '')],
  ['another scene', asked(4, [], 'kind: Pod\n')],
  ['the text of another state', typed(4, text, 1)],
])('%s is left to the worker', async (what, request) => {
  const { lane } = await warm();
  if (what === 'a text that goes')
    lane.answered({
      request: asked(3),
      response: { ...answered(3), view: { state: 0, text: '#'.repeat(300) } as never },
    });
  expect(lane.answer(request)).toBeUndefined();
});

test('a big scene is left to the worker', async () => {
  const { lane } = await warm();
  const big = '#'.repeat(20_000);
  lane.answered({
    request: asked(4, [], big),
    response: { ...answered(4), scene: big, view: { state: 0, text: big } as never },
  });
  expect(lane.answer(asked(5, [{ kind: 'text', state: 0, text: `${big}#` }], big))).toBeUndefined();
});

test('an engine that fails is not asked again', async () => {
  const { lane, seen } = await warm(({ id }) => (id === 3 ? answered(3) : { kind: 'failure', id, message: '' }));
  expect(lane.answer(typed(4, text))).toBeUndefined();
  expect(lane.answer(typed(5, text))).toBeUndefined();
  expect(seen).toEqual([3, 4]);
});
