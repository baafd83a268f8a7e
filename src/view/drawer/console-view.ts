/** What the console can complete. */
import { anyTable, apiKinds, isModelled, tableName } from '../../sim/index.ts';
import { rowLimit, type ViewContext } from '../context.ts';
import type { ConsoleKind, ConsoleView } from '../console/console-model.ts';
import { kubectlCommands } from '../words/kubectl-usage.ts';

/** Kinds that are simulated or stored in this state, with at most 50 names each. */
export function consoleView({ state }: ViewContext): ConsoleView {
  const { cluster } = state;
  const kinds = apiKinds.flatMap((kind): ConsoleKind[] => {
    const names: string[] = [];
    for (const { metadata } of anyTable(cluster, tableName(kind)).values()) {
      if (names.length === rowLimit) break;
      const { namespace = 'default', name } = metadata;
      names.push(kind.namespaced && namespace !== 'default' ? `${namespace}/${name}` : name);
    }
    if (names.length === 0 && !isModelled(kind)) return [];
    return [{ words: [kind.plural, ...(kind.shortNames ?? []), kind.singular], names: names.sort() }];
  });
  return { commands: kubectlCommands, kinds };
}
