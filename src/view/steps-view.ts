/** The strip of states. */
import { connect, type Simulation, type State } from '../sim/core.ts';
import { probeAsked } from './asked.ts';
import type { ViewContext } from './context.ts';
import { outcomeGlyph } from './traffic/summary.ts';
import type { Glyph, StepView } from './view-models.ts';

type Step = Simulation['scene']['steps'][number];

/** One entry per state. The glyph tells how the probe looked at ends there, or that kubectl failed. */
export function stepsView(context: ViewContext): readonly StepView[] {
  const { simulation } = context;
  const probe = probeAsked(context);
  return simulation.states.map((state) => {
    const step = simulation.scene.steps[state.index - 1];
    return {
      index: state.index,
      title: step ? (step.note ?? titleOf(context, step)) : context.words.step.apply,
      glyph: glyphOf(state, probe),
      output: state.apply,
      editable: !step || step.action === 'apply',
    };
  });
}

function glyphOf(state: State, probe: ReturnType<typeof probeAsked>): Glyph {
  if (state.apply && state.apply.code !== 0) return 'error';
  const glyph = outcomeGlyph(connect(state, probe));
  return glyph === 'ready' || glyph === 'ready-outside' ? 'ok' : glyph;
}

function titleOf({ words }: ViewContext, step: Step): string {
  switch (step.action) {
    case 'apply':
      return words.step.apply;
    case 'delete':
      return words.step.delete(step.targets.join(' '));
    case 'patch':
      return words.step.patch(step.target);
    case 'scale':
      return words.step.scale(step.target, step.replicas);
    case 'pod-status':
      return words.step.podStatus(Object.keys(step.pods).map(short).join(', '));
    case 'node-status':
      return words.step.nodeStatus(Object.keys(step.nodes).join(', '));
    case 'lb-status':
      return words.step.lbStatus(step.target);
    case 'kubectl':
      return `kubectl ${step.args.join(' ')}`;
    case 'unknown':
      return words.step.unknown;
  }
}

const short = (pod: string): string => pod.replace(/^default\//, '');
