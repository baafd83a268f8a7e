/** Loads the field tables of what scenes seldom use: workloads, volumes, affinity and the like, and kinds that are only stored. */
import more from '../../api/more-fields.json' with { type: 'json' };
import stored from '../../api/stored-fields.json' with { type: 'json' };
import { decodeBytes } from './decode-bytes.ts';
import { addStructs } from './field-table.ts';
import { addSpecial } from './special-values.ts';

addStructs(more);
addStructs(stored);
addSpecial('Bytes', decodeBytes);
