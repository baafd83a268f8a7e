/** Where a Service's port leads on each pod: the number, or that there is no such port. */
import { objectIn } from '../../sim/index.ts';
import type { HelpContext } from './help-context.ts';
import { podsOf } from './names.ts';

type Service = NonNullable<ReturnType<typeof objectIn<'services'>>>;

export interface PortTarget {
  /** Absent where the pods have no such port. */
  readonly number: number | undefined;
  readonly pods: readonly string[];
}

/** One entry per number, those without last; at most the first 200 pods are asked. */
export function targetsOf({ state }: HelpContext, service: Service, index: number): readonly PortTarget[] {
  const port = service.spec.ports?.[index];
  if (!port) return [];
  const target = port.targetPort ?? port.port;
  const protocol = port.protocol ?? 'TCP';
  const byNumber = new Map<number | undefined, string[]>();
  for (const { metadata, spec } of podsOf(state, service).slice(0, 200)) {
    const number =
      typeof target === 'number'
        ? target
        : spec.containers
            .flatMap(({ ports = [] }) => ports)
            .find((own) => own.name === target && (own.protocol ?? 'TCP') === protocol)?.containerPort;
    byNumber.set(number, [...(byNumber.get(number) ?? []), metadata.name]);
  }
  return [...byNumber]
    .map(([number, pods]) => ({ number, pods }))
    .sort((a, b) => Number(a.number === undefined) - Number(b.number === undefined));
}
