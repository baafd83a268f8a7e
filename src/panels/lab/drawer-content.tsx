/** The panels of the drawer, loaded when the first of them is opened. */
import type { JSX } from 'preact';
import { ChangesPanel } from '../changes/changes-panel.tsx';
import { ConsolePanel } from '../console/console-panel.tsx';
import { ObjectsPanel } from '../objects/objects-panel.tsx';
import { Panel } from '../parts/panel.tsx';
import { PodsPanel } from '../pods/pods-panel.tsx';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { SlicesPanel } from '../slices/slices-panel.tsx';
import type { DrawerPanel } from './drawer.tsx';
import type { LabProps } from './lab.tsx';

interface Props extends Pick<LabProps, 'view' | 'strings' | 'actions' | 'transcript' | 'lit'> {
  readonly panel: DrawerPanel;
}

/** Says what it waits for until the engine that knows the panel has answered. */
export function DrawerContent({ panel, view, strings, actions, transcript, lit }: Props): JSX.Element {
  const { drawer } = view;
  switch (panel) {
    case 'problems':
      return <ProblemsPanel view={view.problems} strings={strings} actions={actions} />;
    case 'console':
      return <ConsolePanel transcript={transcript} strings={strings} known={drawer?.console} actions={actions} />;
    case 'changes':
      return <ChangesPanel view={view.changes} steps={view.steps} strings={strings} actions={actions} />;
  }
  if (!drawer)
    return (
      <Panel id={panel} title={strings.panel[panel]} strings={strings} actions={actions}>
        <p class="panel-empty" role="status">
          {strings.lab.drawerWaits}
        </p>
      </Panel>
    );
  switch (panel) {
    case 'slices':
      return <SlicesPanel view={drawer.slices} strings={strings} actions={actions} />;
    case 'pods':
      return <PodsPanel view={drawer.pods} strings={strings} actions={actions} lit={lit} />;
    case 'objects':
      return <ObjectsPanel view={drawer.objects} strings={strings} actions={actions} />;
  }
}
