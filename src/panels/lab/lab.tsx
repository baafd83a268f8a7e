/** The whole lab: time strip and tools, the editor's place, Endpoints, DNS and Traffic in view at once, the other panels in a drawer. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { LabView, Place } from '../../view/view-models.ts';
import type { Actions, TranscriptEntry } from '../actions.ts';
import { DnsPanel } from '../dns/dns-panel.tsx';
import { EndpointsPanel } from '../endpoints/endpoints-panel.tsx';
import { ServiceList } from '../endpoints/service-list.tsx';
import { ProblemLine } from '../problems/problem-line.tsx';
import { TrafficPanel } from '../traffic/traffic-panel.tsx';
import { Drawer, drawerPanels, type DrawerPanel } from './drawer.tsx';
import { TileTabs, type Tile, type TileName } from './tile-tabs.tsx';
import { Steps } from './steps.tsx';

export interface LabProps {
  readonly view: LabView;
  readonly strings: PanelStrings;
  /** Absent at build. */
  readonly actions?: Actions | undefined;
  /** The editor with its own head: static code at build, a live editor in the browser. */
  readonly editor: ComponentChildren;
  /** Buttons at the end of the toolbar. */
  readonly tools?: ComponentChildren;
  /** A sentence about the engine or storage, over the panels. */
  readonly notice?: ComponentChildren;
  readonly transcript: readonly TranscriptEntry[];
  /** Drawer panel open at first. */
  readonly open?: DrawerPanel | undefined;
  /** A panel to show now; a new value each time it is asked for. */
  readonly asked?: { readonly panel: string } | undefined;
  /** The panels shown as tiles; absent: Endpoints, DNS and Traffic. The others are in the drawer. */
  readonly panels?: readonly string[] | undefined;
  /** Inside prose: the chosen panels alone, without editor, toolbar and drawer. */
  readonly figure?: boolean | undefined;
  /** The playground: three columns when there is room. */
  readonly wide?: boolean | undefined;
  /** Whose rows of Endpoints the field at the editor's caret concerns. */
  readonly lit?: readonly string[] | undefined;
  /** A place that the editor is to show: on a phone its tile comes up. */
  readonly target?: Place | undefined;
  /** Hears which panel the reader has open: of the drawer, else the tile chosen on a phone. */
  readonly onPanel?: ((panel: string | undefined) => void) | undefined;
  readonly onAddStep?: (() => void) | undefined;
  readonly onRemoveStep?: ((state: number) => void) | undefined;
}

export function Lab(props: LabProps): JSX.Element {
  const { view, strings } = props;
  const lab = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [tile, setTile] = useState<Tile>(props.wide && view.services.lines.length > 0 ? 'endpoints' : 'editor');
  const [open, setOpen] = useState<DrawerPanel | undefined>(props.open);
  useEffect(() => {
    const wanted = props.asked?.panel;
    if (wanted === undefined) return;
    setHidden((all) => all.filter((name) => name !== wanted));
    if (wanted === 'services') setTile('endpoints');
    if (tileNames.some((name) => name === wanted)) setTile(wanted as Tile);
    const drawer = drawerPanels.find((name) => name === wanted);
    if (drawer) setOpen(drawer);
  }, [props.asked]);
  useEffect(() => {
    if (props.target) setTile('editor');
  }, [props.target]);
  useEffect(() => props.onPanel?.(open ?? (tile === 'editor' ? undefined : tile)), [open, tile]);
  const actions = useMemo(
    () =>
      props.actions && {
        ...props.actions,
        hide: (panel: string): void => {
          if (drawerPanels.some((name) => name === panel)) setOpen(undefined);
          else setHidden((all) => [...all, panel]);
          setTile('editor');
          // The focus goes to what brings the panel back.
          setTimeout(() => lab.current?.querySelector<HTMLElement>(`.drawer-tab[data-panel="${panel}"]`)?.focus());
        },
      },
    [props.actions],
  );
  const tiles = tilesOf(props.panels).filter((name) => !hidden.includes(name));
  const shown = (name: Tile): string => (tile === name ? 'shown' : '');
  const many = view.services.lines.length > (props.wide ? 0 : 3) && !hidden.includes('services');
  if (props.figure) return <Figure {...props} />;
  return (
    <div class="lab" ref={lab}>
      <div class="lab-bar">
        <Steps
          steps={view.steps}
          state={view.state}
          strings={strings}
          actions={actions}
          onAddStep={props.onAddStep}
          onRemoveStep={props.onRemoveStep}
        />
        <span class="panel-space" />
        {props.tools && <span class="lab-tools">{props.tools}</span>}
      </div>
      {props.notice}
      {actions && <TileTabs {...{ view, strings, many, tile }} tiles={tiles} onTile={setTile} />}
      <div class={`tiles${props.wide ? ' wide' : ''}${actions ? ' enhanced' : ''}${many ? ' many' : ''}`}>
        <div class={`editor ${shown('editor')}`} data-tile="editor">
          {props.editor}
          <ProblemLine view={view.problems} strings={strings} actions={actions} />
        </div>
        {many && (
          <div class={`tile tile-services ${shown('endpoints')}`} data-tile="endpoints">
            <Services {...props} actions={actions} />
          </div>
        )}
        {tiles.map((name) => (
          <Tiled key={name} name={name} class={shown(name)}>
            <TilePanel name={name} view={view} strings={strings} actions={actions} lit={props.lit} />
            {view.problems.unreadable && <p class="stale-mark">{strings.common.stale}</p>}
          </Tiled>
        ))}
        {actions && (
          <Drawer
            {...props}
            actions={actions}
            open={open}
            onOpen={setOpen}
            hidden={hidden}
            onShow={(panel) => setHidden(hidden.filter((name) => name !== panel))}
          />
        )}
      </div>
    </div>
  );
}

const tileNames: readonly TileName[] = ['endpoints', 'dns', 'traffic'];

/** The tiles wanted, in their usual order; all of them where none is named. */
function tilesOf(panels: readonly string[] | undefined): readonly TileName[] {
  const wanted = tileNames.filter((name) => panels?.includes(name));
  return wanted.length > 0 ? wanted : tileNames;
}

function TilePanel({
  name,
  view,
  strings,
  actions,
  lit,
}: Pick<LabProps, 'view' | 'strings' | 'actions' | 'lit'> & { readonly name: TileName }): JSX.Element {
  // Drawn again only when its own part of the view changed.
  return useMemo(() => {
    if (name === 'endpoints')
      return <EndpointsPanel view={view.endpoints} strings={strings} actions={actions} lit={lit} />;
    if (name === 'dns') return <DnsPanel view={view.dns} strings={strings} actions={actions} />;
    return <TrafficPanel view={view.traffic} strings={strings} actions={actions} lit={lit} />;
  }, [name, view[name], strings, actions, lit]);
}

/** The list of all Services: where there are too many to be found in a picker, in the playground from two on. */
function Services({ view, strings, actions, lit }: LabProps): JSX.Element {
  const { services, endpoints } = view;
  return useMemo(
    () => <ServiceList view={services} selected={endpoints.service} lit={lit} strings={strings} actions={actions} />,
    [services, endpoints.service, lit, strings, actions],
  );
}

/** Results alone, inside prose. */
function Figure({ view, strings, actions, panels }: LabProps): JSX.Element {
  return (
    <div class="lab figure">
      {tilesOf(panels).map((name) => (
        <TilePanel key={name} name={name} view={view} strings={strings} actions={actions} />
      ))}
    </div>
  );
}

/** A panel's place among the tiles. */
function Tiled({
  name,
  class: className,
  children,
}: {
  readonly name: Tile;
  readonly class: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`tile tile-${name} ${className}`} data-tile={name}>
      {children}
    </div>
  );
}
