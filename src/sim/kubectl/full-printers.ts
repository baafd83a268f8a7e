/** All that kubectl prints. */
import type { KubeObject } from '../api/objects.ts';
import { printJsonIndented } from '../yaml/print-json.ts';
import { apiResources, apiVersions, version } from './api-lists.ts';
import { printCustomColumns } from './custom-columns.ts';
import { descriptions } from './describe-kinds.ts';
import { describeGeneric } from './describe-others.ts';
import { events } from './events.ts';
import { explain } from './explain.ts';
import { yamlFormat } from './get-output.ts';
import { tables } from './get-tables.ts';
import { printJsonPath } from './print-jsonpath.ts';
import { printKyaml } from './print-kyaml.ts';
import { plainTable } from './print-others.ts';
import { printTemplate } from './print-template.ts';
import type { Format, Printers, ReadCommand } from './printers.ts';
import { viewRollout } from './rollout-view.ts';
import { sortByField } from './sort-by.ts';
import { viewObject } from './view-object.ts';
import { wait } from './wait.ts';

const columns: Format = ({ inline, template, objects, noHeaders }) =>
  printCustomColumns(inline ?? template, objects.map(viewObject), noHeaders);

export const fullPrinters: Printers = {
  commands: new Map<string, ReadCommand>([
    ['explain', (_, words, { descriptions: fields }) => explain(words, fields)],
    ['events', events],
    ['rollout', ({ cluster }, words) => viewRollout(cluster, words)],
    ['wait', ({ cluster }, words) => wait(cluster, words)],
    ['api-resources', (_, words) => apiResources(words)],
    ['api-versions', () => apiVersions()],
    ['version', (_, words) => version(words)],
  ]),
  tables,
  otherTable: plainTable,
  descriptions,
  otherDescription: (object, { shown }) => describeGeneric(object, shown),
  formats: new Map<string, Format>([
    ['yaml', yamlFormat],
    ['json', ({ value }) => ({ ok: true, text: `${printJsonIndented(value())}\n` })],
    ['name', ({ objects }) => ({ ok: true, text: objects.map(nameLine).join('') })],
    ['custom-columns', columns],
    ['custom-columns=', columns],
    ['kyaml', ({ value }) => ({ ok: true, text: printKyaml(value()) })],
    ...['go-template', 'go-template=', 'template', 'template='].map((name): [string, Format] => [name, printTemplate]),
    ['jsonpath', printJsonPath],
    ['jsonpath=', printJsonPath],
    ['jsonpath-as-json', printJsonPath],
    ['jsonpath-as-json=', printJsonPath],
  ]),
  sort: sortByField,
};

/** `deployment.apps/web`. */
function nameLine({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.slice(0, apiVersion.indexOf('/'))}` : '';
  return `${kind.toLowerCase()}${group}/${metadata.name}\n`;
}
