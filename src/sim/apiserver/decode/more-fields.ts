/** Loads the field tables of what scenes seldom use: workloads, volumes, affinity and the like. */
import more from '../../api/more-fields.json' with { type: 'json' };
import { addStructs } from './field-table.ts';

addStructs(more);
