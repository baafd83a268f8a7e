/** The kubectl commands that a step stands for. */
import type { Json } from '../api/objects.ts';
import type { Step } from '../scene/scene.ts';

/** The file that an apply reads, in every state. */
export const manifestFile = 'manifest.yaml';

/** The words after `kubectl` for each command of the step, in order; [] for a status that the world reports. */
export function commandsOf(step: Step): readonly (readonly string[])[] {
  switch (step.action) {
    case 'apply':
      return [['apply', '-f', manifestFile]];
    case 'delete':
      return step.targets.map((target) => [
        'delete',
        ...words(target),
        ...(step.force ? ['--force', '--grace-period=0'] : []),
      ]);
    case 'patch':
      return [['patch', ...words(step.target), '--type=merge', '-p', compact(step.patch)]];
    case 'scale':
      return [['scale', ...words(step.target), `--replicas=${step.replicas}`]];
    case 'lb-status': {
      const patch = JSON.stringify({ status: { loadBalancer: { ingress: step.ingress } } });
      return [['patch', ...words(step.target), '--subresource=status', '--type=merge', '-p', patch]];
    }
    case 'kubectl':
      return [step.args];
    default:
      return [];
  }
}

/** `kind/name`, or `-n ns kind/name`. */
function words(target: string): readonly string[] {
  const [namespace = '', ...rest] = target.split('/');
  return rest.length < 2 ? [target] : ['-n', namespace, rest.join('/')];
}

/** JSON without blanks, in the order typed; what is no JSON stays as it is. */
function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text) as Json);
  } catch {
    return text;
  }
}
