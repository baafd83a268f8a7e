/** The panels that do not fit among the tiles: a row of names, one of them open under it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DrawerContent } from './drawer-content.tsx';
import type { LabProps } from './lab.tsx';
import type { TileName } from './tile-tabs.tsx';

export type DrawerPanel = 'problems' | 'slices' | 'pods' | 'console' | 'objects' | 'changes';

export const drawerPanels: readonly DrawerPanel[] = ['problems', 'slices', 'pods', 'console', 'objects', 'changes'];

export function Drawer({
  view,
  strings,
  actions,
  transcript,
  lit,
  wide,
  open,
  onOpen,
  hidden,
  onShow,
}: LabProps & {
  readonly onOpen: (panel: DrawerPanel | undefined) => void;
  /** Tiles out of sight: their names stand before the others. */
  readonly hidden: readonly string[];
  readonly onShow: (panel: string) => void;
}): JSX.Element {
  const [Content, setContent] = useState<typeof DrawerContent>();
  useEffect(() => {
    if (!open || Content) return;
    import('./drawer-content.tsx').then(
      (loaded) => setContent(() => loaded.DrawerContent),
      () => onOpen(undefined),
    );
  }, [open, Content]);
  const shortNames: Partial<Record<DrawerPanel, string>> = wide ? strings.panelShort : {};
  const counts: Partial<Record<DrawerPanel, number>> = {
    problems: view.problems.problems.length,
    slices: view.counts.slices,
    pods: view.counts.pods,
    changes: view.changes.rows.filter((row) => row.mark !== 'same').length,
  };
  return (
    <div class={open ? 'drawer open' : 'drawer'}>
      <div class="drawer-tabs" role="group" aria-label={strings.lab.morePanels}>
        {hidden.map((name) => (
          <button key={name} type="button" class="drawer-tab" data-panel={name} onClick={() => onShow(name)}>
            {strings.lab.showPanel(name === 'services' ? strings.services.title : strings.panel[name as TileName])}
          </button>
        ))}
        {drawerPanels.map((name) => (
          <button
            key={name}
            type="button"
            class="drawer-tab"
            data-panel={name}
            aria-expanded={open === name}
            onClick={() => onOpen(open === name ? undefined : name)}
          >
            {shortNames[name] ?? strings.panel[name]} {counts[name] ? <span class="count">{counts[name]}</span> : null}
          </button>
        ))}
      </div>
      {open && Content && (
        <Content panel={open} view={view} strings={strings} actions={actions} transcript={transcript} lit={lit} />
      )}
    </div>
  );
}
