/** All parts. */
import '../apiserver/decode/more-fields.ts';
import { allStrategies } from '../apiserver/strategy/all-strategies.ts';
import { fullPrograms } from '../client/run-command.ts';
import { fullPrinters } from '../kubectl/full-printers.ts';
import { fullWrites } from '../kubectl/full-writes.ts';
import { allWorkloads } from '../workloads/all-workloads.ts';
import type { AllParts } from './parts.ts';

export const fullParts: AllParts = {
  strategies: allStrategies,
  workloads: allWorkloads,
  writes: fullWrites,
  printers: fullPrinters,
  programs: fullPrograms,
  full: true,
};
