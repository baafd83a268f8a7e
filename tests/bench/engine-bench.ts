/** Scene → full result: every view, two DNS answers, one verdict. Fresh texts, and edits of one Service or one address. */
import { lookup, simulate, type Simulation } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import { measure, type Result } from './measure.ts';
import { dualStack, freshScene, manyServices, typedEndpoints } from './scenes.ts';

function fullResult(text: string, previous?: Simulation): Simulation {
  const simulation = simulate(text, { previous });
  labView(simulation, {}, 'en');
  const state = simulation.states.at(-1);
  const question = simulation.scene.dns[0];
  if (!state || !question) throw new Error('the scene of the bench asks nothing');
  lookup(state, question);
  return simulation;
}

export function engineBench(): readonly Result[] {
  const fresh = [3, 100, 1000, 5000].map((pods) => {
    let seed = 0;
    return measure(
      `fresh/${pods}`,
      pods <= 100 ? 40 : 9,
      () => void fullResult(freshScene(pods, (seed += 1))),
      pods <= 100 ? 20 : 3,
    );
  });
  const services = (count: number, pods: number) => (run: number) => manyServices(count, pods, run % count, 9000 + run);
  return [
    ...fresh,
    edits('edit-service/50', services(5, 50)),
    edits('edit-service/1000', services(20, 1000)),
    edits('edit-service/5000', services(20, 5000)),
    edits('services-100/5000', services(100, 5000)),
    edits('addresses/1000', (run) => typedEndpoints(1000).replace('ip: 11.1.1.7\n', `ip: 11.2.0.${run}\n`)),
    edits('dual-stack/100', (run) => dualStack(100, 9000 + run)),
  ];
}

/** One text after the other, each an edit of the one before. */
function edits(name: string, textOf: (run: number) => string): Result {
  let previous = fullResult(textOf(0));
  return measure(name, 30, (run) => void (previous = fullResult(textOf(run + 1), previous)));
}
