/** The parts that a scene and the panels need as long as nobody types a command. */
import { corePrograms } from '../client/run-program.ts';
import { corePrinters } from '../kubectl/core-printers.ts';
import { coreWrites } from '../kubectl/core-writes.ts';
import type { Parts } from './parts.ts';

export const coreParts: Parts = {
  writes: coreWrites,
  printers: corePrinters,
  programs: corePrograms,
  full: false,
};
