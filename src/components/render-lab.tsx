/** The lab and single panels rendered at build: what a page shows before, and without, a script. */
import type { JSX } from 'preact';
import type { Locale } from '../i18n/locale.ts';
import { panelStrings } from '../i18n/panels.ts';
import { strings as siteStrings } from '../i18n/strings.ts';
import { simulationOf } from '../lessons/lab-scene.ts';
import { panelIds, type PanelId } from '../lessons/schemas.ts';
import { ChangesPanel } from '../panels/changes/changes-panel.tsx';
import { DnsPanel } from '../panels/dns/dns-panel.tsx';
import { EndpointsPanel } from '../panels/endpoints/endpoints-panel.tsx';
import { drawerPanels, type DrawerPanel } from '../panels/lab/drawer.tsx';
import { namedSteps } from '../panels/lab/steps.tsx';
import { StaticLab } from '../panels/lab/static-lab.tsx';
import { ObjectsPanel } from '../panels/objects/objects-panel.tsx';
import { PodsPanel } from '../panels/pods/pods-panel.tsx';
import { ProblemsPanel } from '../panels/problems/problems-panel.tsx';
import { SlicesPanel } from '../panels/slices/slices-panel.tsx';
import { TrafficPanel } from '../panels/traffic/traffic-panel.tsx';
import { labView } from '../view/lab-view.ts';

/** The lab of a scene in its first state, as the browser will draw it again. */
export function renderLab(
  scene: string,
  locale: Locale,
  panels: readonly PanelId[],
  wide: boolean,
  steps: Readonly<Record<string, string>>,
  fold: readonly string[],
): JSX.Element {
  const made = labView(simulationOf(scene), {}, locale);
  const view = { ...made, steps: namedSteps(made.steps, steps) };
  const strings = panelStrings(locale);
  return <StaticLab view={view} strings={strings} panels={panels} wide={wide} figure={false} fold={fold} />;
}

/**
 * One panel of a scene, as the page's figure of this number; its name says so, for the lab has a panel of the same kind.
 * The console shows what was typed into it, so it has nothing to show here.
 */
export function renderPanel(
  scene: string,
  locale: Locale,
  panel: Exclude<PanelId, 'console'>,
  figure: number,
): JSX.Element {
  const { drawer = drawerMissing(), ...view } = labView(simulationOf(scene), {}, locale);
  const words = panelStrings(locale);
  const name = siteStrings(locale).lab.figure(words.panel[panel], figure);
  const strings = { ...words, panel: { ...words.panel, [panel]: name } };
  switch (panel) {
    case 'problems':
      return <ProblemsPanel view={view.problems} strings={strings} />;
    case 'endpoints':
      return <EndpointsPanel view={view.endpoints} strings={strings} />;
    case 'slices':
      return <SlicesPanel view={drawer.slices} strings={strings} />;
    case 'pods':
      return <PodsPanel view={drawer.pods} strings={strings} />;
    case 'dns':
      return <DnsPanel view={view.dns} strings={strings} />;
    case 'traffic':
      return <TrafficPanel view={view.traffic} strings={strings} />;
    case 'objects':
      return <ObjectsPanel view={drawer.objects} strings={strings} />;
    case 'changes':
      return <ChangesPanel view={view.changes} steps={view.steps} strings={strings} />;
  }
}

function drawerMissing(): never {
  throw new Error('a view made at build has the drawer');
}

/** Panels that can be shown without a reader. */
export const figurePanels = panelIds.filter((id) => id !== 'console');

/** The panel of the drawer that a page wants open. */
export function openPanel(panels: readonly PanelId[]): DrawerPanel | undefined {
  return drawerPanels.find((panel) => panels.includes(panel));
}
