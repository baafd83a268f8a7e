/** All parts. */
import { fullPrograms } from '../client/run-command.ts';
import { fullPrinters } from '../kubectl/full-printers.ts';
import { fullWrites } from '../kubectl/full-writes.ts';
import type { Parts } from './parts.ts';

export const fullParts: Parts = {
  writes: fullWrites,
  printers: fullPrinters,
  programs: fullPrograms,
  full: true,
};
