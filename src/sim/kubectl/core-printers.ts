/** What the panels show of kubectl: lists, one Service described, any object as YAML. */
import { yamlFormat } from './get-output.ts';
import { describedService } from './describe-service.ts';
import { endpointSliceTable, endpointsTable } from './print-endpoints.ts';
import { plainTable } from './print-others.ts';
import { podTable } from './print-pods.ts';
import { serviceTable } from './print-services.ts';
import type { Printers } from './printers.ts';

const elsewhere = (): never => {
  throw new Error('this part of kubectl is not among those of the panels');
};

export const corePrinters: Printers = {
  commands: new Map(),
  tables: new Map([
    ['pods', podTable],
    ['services', serviceTable],
    ['endpoints', endpointsTable],
    ['endpointslices', endpointSliceTable],
  ]),
  otherTable: plainTable,
  descriptions: new Map([['services', describedService]]),
  otherDescription: elsewhere,
  formats: new Map([['yaml', yamlFormat]]),
  sort: elsewhere,
};
