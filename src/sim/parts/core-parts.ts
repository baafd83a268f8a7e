/** The parts that a scene without workloads and the tiles of a lab need as long as nobody types a command. */
import { coreStrategies } from '../apiserver/strategy/strategies.ts';
import { coreWrites } from '../kubectl/core-writes.ts';
import { noWorkloads } from '../workloads/workloads.ts';
import type { Parts } from './parts.ts';

export const coreParts: Parts = {
  strategies: coreStrategies,
  workloads: noWorkloads,
  writes: coreWrites,
  full: false,
};
