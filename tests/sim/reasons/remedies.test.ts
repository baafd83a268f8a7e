/** A repair that is offered takes away the cause it is offered for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  connect,
  parseScene,
  setText,
  simulate,
  type Reason,
  type Simulation,
  type State,
} from '../../../src/sim/index.ts';
import { viewContext } from '../../../src/view/context.ts';
import { problemFixes } from '../../../src/view/problem-fixes.ts';
import { fixesOf } from '../../../src/view/reason-fixes.ts';
import type { Fix } from '../../../src/view/view-models.ts';
import { dictionaryOf } from '../../../src/view/words/dictionaries.ts';
import { endpointReasons } from './reasons-of.ts';
import { ownScenes, recordedScenes, sceneText } from './scenes.ts';

const folder = 'tests/sim/reasons/remedies';
const remedies = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);

interface Offer {
  readonly cause: string;
  readonly fix: Fix;
}

/** Every repair that is offered in a state, with the cause that must go. */
function offers(simulation: Simulation, state: State): readonly Offer[] {
  const context = viewContext(simulation, { state: state.index }, dictionaryOf('en'), {});
  const reasons = endpointReasons(state).flatMap((reason) =>
    fixesOf(context, reason).map((fix) => ({ cause: causeOf(reason), fix })),
  );
  const problems = state.problems.flatMap((problem) =>
    problemFixes(context, problem).fixes.map((fix) => ({ cause: placed(problem), fix })),
  );
  const each = new Map([...reasons, ...problems].map((offer) => [JSON.stringify(offer), offer]));
  return [...each.values()];
}

/** A message may be that of two places. */
const placed = ({ path = '', message }: State['problems'][number]): string => `${path} ${message}`;

/** The code with both sides that do not fit. */
const causeOf = ({ code, object, path, against }: Reason): string =>
  JSON.stringify([code, object, path, against?.object, against?.path]);

function causes(state: State): readonly string[] {
  return [...endpointReasons(state).map(causeOf), ...state.problems.map(placed)];
}

/** The same state of the scene whose text was repaired: the text shown is that of the last step that applied one. */
function repaired(scene: string, { index, text: shown }: State, { start, end, text }: Fix): State {
  const { steps } = parseScene(scene);
  const owner = 1 + steps.slice(0, index).findLastIndex(({ action }) => action === 'apply');
  return simulate(setText(scene, owner, shown.slice(0, start) + text + shown.slice(end))).states[index] as State;
}

describe.each(remedies)('%s', (_, scene) => {
  const simulation = simulate(scene);
  const [state] = simulation.states as [State];

  test('offers a repair, and with any of them the client reaches an endpoint', () => {
    const [probe] = simulation.scene.probes;
    const reach = (at: State) => probe && connect(at, probe).outcome;
    expect(reach(state)).not.toBe('ENDPOINTS');
    expect(offers(simulation, state)).not.toEqual([]);
    for (const { cause, fix } of offers(simulation, state)) {
      const after = repaired(scene, state, fix);
      expect(causes(after)).not.toContain(cause);
      expect(reach(after)).toBe('ENDPOINTS');
    }
  });
});

test.each([...ownScenes, ...recordedScenes])('what is offered in %s mends it', (name) => {
  const scene = sceneText(name);
  const simulation = simulate(scene);
  for (const state of simulation.states) {
    for (const { cause, fix } of offers(simulation, state)) {
      const after = repaired(scene, state, fix);
      expect({ fix, left: causes(after).filter((one) => one === cause) }).toEqual({ fix, left: [] });
    }
  }
});
