/** The table's marks against the result compared with, and the picture's ways to the lines that decide. */
import type { ViewContext } from '../context.ts';
import { plain } from '../say.ts';
import type { PictureModel, TrafficView } from '../view-models.ts';

type Table = TrafficView['table'];

/** Rows that say something else than before, where the same was asked. */
export function marked({ settings, state, selection }: ViewContext, table: Table): Table {
  const before = settings.before?.state === state.index ? settings.before.traffic : undefined;
  const asked = selection.traffic;
  if (!before || (asked && (before.from !== asked.from || before.to !== asked.to))) return table;
  const then = new Map(before.table.map((row) => [row.id, plain(row.result)]));
  return table.map((row) => {
    const was = then.get(row.id);
    if (was === plain(row.result)) return row;
    return { ...row, change: was === undefined ? ('added' as const) : ('changed' as const) };
  });
}

/** Name, address and rule lead where the table's rows lead. */
export function withPlaces(picture: PictureModel, table: Table): PictureModel {
  const { name, address, rule } = picture;
  const placeOf = (id: Table[number]['id']): Pick<Table[number], 'place'> => {
    const place = table.find((row) => row.id === id)?.place;
    return place ? { place } : {};
  };
  return {
    ...picture,
    ...(name ? { name: { ...name, ...placeOf('name') } } : {}),
    ...(address ? { address: { ...address, ...placeOf('address') } } : {}),
    ...(rule ? { rule: { ...rule, ...placeOf('rule') } } : {}),
  };
}
