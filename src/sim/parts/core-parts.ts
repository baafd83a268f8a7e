/** The parts that a scene without workloads and its panels need as long as nobody types a command. */
import { coreStrategies } from '../apiserver/strategy/strategies.ts';
import { corePrograms } from '../client/run-program.ts';
import { corePrinters } from '../kubectl/core-printers.ts';
import { coreWrites } from '../kubectl/core-writes.ts';
import { noWorkloads } from '../workloads/workloads.ts';
import type { Parts } from './parts.ts';

export const coreParts: Parts = {
  strategies: coreStrategies,
  workloads: noWorkloads,
  writes: coreWrites,
  printers: corePrinters,
  programs: corePrograms,
  full: false,
};
