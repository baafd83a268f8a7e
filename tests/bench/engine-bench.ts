/** Scene → full result: every view, two DNS answers, one verdict. Fresh texts, and edits of one Service. */
import { lookup, simulate, type Simulation } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import { measure, type Result } from './measure.ts';
import { freshScene, manyServices } from './scenes.ts';

const servicesOf = (pods: number): number => (pods <= 50 ? 5 : 20);

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
  const edits = [50, 1000, 5000].map((pods) => {
    const services = servicesOf(pods);
    let previous = fullResult(manyServices(services, pods, 0, 8080));
    return measure(`edit-service/${pods}`, 30, (run) => {
      previous = fullResult(manyServices(services, pods, run % services, 9000 + run), previous);
    });
  });
  return [...fresh, ...edits];
}
