/** What the gallery shows: each panel in each of its states, from scenes run on the spot. */
import type { JSX } from 'preact';
import { judge } from '../checks/judge.ts';
import { panelStrings, type PanelStrings } from '../i18n/panels.ts';
import type { Actions, TranscriptEntry } from '../panels/actions.ts';
import { ChangesPanel } from '../panels/changes/changes-panel.tsx';
import { ConsolePanel } from '../panels/console/console-panel.tsx';
import { DnsPanel } from '../panels/dns/dns-panel.tsx';
import { EndpointsPanel } from '../panels/endpoints/endpoints-panel.tsx';
import { ServiceList } from '../panels/endpoints/service-list.tsx';
import { ExercisePanel } from '../panels/exercise/exercise-panel.tsx';
import { TextDiff } from '../panels/exercise/text-diff.tsx';
import { EngineNotice } from '../panels/lab/engine-notice.tsx';
import { Steps } from '../panels/lab/steps.tsx';
import { TileTabs } from '../panels/lab/tile-tabs.tsx';
import { ObjectsPanel } from '../panels/objects/objects-panel.tsx';
import { GlyphIcon } from '../panels/parts/glyph.tsx';
import { PodsPanel } from '../panels/pods/pods-panel.tsx';
import { ProblemLine } from '../panels/problems/problem-line.tsx';
import { ProblemsPanel } from '../panels/problems/problems-panel.tsx';
import { SlicesPanel } from '../panels/slices/slices-panel.tsx';
import { TrafficPanel } from '../panels/traffic/traffic-panel.tsx';
import { simulate } from '../sim/index.ts';
import { checkInWords } from '../view/check-words.ts';
import { labView } from '../view/lab-view.ts';
import { runLine } from '../view/run-line.ts';
import { textDiff } from '../view/text-diff.ts';
import type { Glyph, LabView, Language, PictureModel, Selection, TrafficView } from '../view/view-models.ts';
import { lineWords } from '../view/words/line-words.ts';
import { pictures } from './picture-models.ts';
import { scenes, type SceneName } from './scenes.ts';

export interface Sample {
  readonly name: string;
  /** With the panel's own words, and this name behind its title. */
  readonly panel: (strings: PanelStrings) => JSX.Element;
}

export interface Section {
  readonly title: string;
  readonly samples: readonly Sample[];
}

/** Controls that are there and change nothing. */
const actions: Actions = {
  select: () => undefined,
  showPod: () => undefined,
  goTo: () => undefined,
  applyFix: () => undefined,
  play: () => undefined,
  run: () => undefined,
  copy: () => undefined,
  link: () => undefined,
  hide: () => undefined,
  setPod: () => undefined,
  setNode: () => undefined,
};

const all = Object.keys(scenes) as SceneName[];
const stepped: SceneName = 'two steps: the list arrives, and is written anew';
const team: SceneName = 'a team’s Services, each in another state';
const broken: SceneName = 'nothing selected: a letter too many';

/** Every section in a language. */
export function sections(language: Language): readonly Section[] {
  const view = (name: SceneName, selection: Selection = {}): LabView =>
    labView(simulate(scenes[name]), selection, language);
  const each = (names: readonly SceneName[], panel: (view: LabView, strings: PanelStrings) => JSX.Element): Sample[] =>
    names.map((name) => ({ name, panel: (strings) => panel(view(name), strings) }));
  const { panel } = panelStrings(language);
  return [
    { title: 'States', samples: [{ name: 'each with its shape', panel: () => <Glyphs /> }] },
    { title: panel.traffic, samples: [...drawn(), ...real(view), ...together(view), ...played(view)] },
    {
      title: `${panelStrings(language).services.title}, all`,
      samples: each([team, 'several Services, one in trouble'], ({ services, endpoints }, strings) => (
        <ServiceList view={services} selected={endpoints.service} strings={strings} actions={actions} />
      )),
    },
    {
      title: panel.endpoints,
      samples: [
        ...each(all, ({ endpoints }, strings) => (
          <EndpointsPanel view={endpoints} strings={strings} actions={actions} />
        )),
        {
          name: 'after a step, with marks',
          panel: (strings) => (
            <EndpointsPanel view={view(stepped, { state: 2 }).endpoints} strings={strings} actions={actions} />
          ),
        },
      ],
    },
    {
      title: panel.dns,
      samples: each(all, ({ dns }, strings) => <DnsPanel view={dns} strings={strings} actions={actions} />),
    },
    {
      title: panel.slices,
      samples: each(all.slice(0, 7), ({ drawer }, strings) => (
        <>{drawer && <SlicesPanel view={drawer.slices} strings={strings} actions={actions} />}</>
      )),
    },
    {
      title: panel.pods,
      samples: each(all.slice(0, 2), ({ drawer }, strings) => (
        <>{drawer && <PodsPanel view={drawer.pods} strings={strings} actions={actions} />}</>
      )),
    },
    {
      title: panel.objects,
      samples: each(all.slice(0, 1), ({ drawer }, strings) => (
        <>{drawer && <ObjectsPanel view={drawer.objects} strings={strings} actions={actions} />}</>
      )),
    },
    {
      title: panel.problems,
      samples: each(all.slice(-4), ({ problems }, strings) => (
        <>
          <ProblemsPanel view={problems} strings={strings} actions={actions} />
          <div class="panel">
            <ProblemLine view={problems} strings={strings} actions={actions} />
          </div>
        </>
      )),
    },
    { title: panel.changes, samples: time(view) },
    { title: panel.console, samples: [console_(language)] },
    { title: 'Lab', samples: lab(view) },
    { title: panelStrings(language).exercise.title, samples: exercise(language) },
  ];
}

const glyphs: readonly Glyph[] = [
  'ready',
  'ready-outside',
  'not-ready',
  'terminating',
  'out',
  'out-outside',
  'reject',
  'drop',
  'no-route',
  'no-name',
  'outside',
  'refused',
  'timeout',
  'mismatch',
  'ok',
  'info',
  'warning',
  'error',
];

function Glyphs(): JSX.Element {
  return (
    <ul class="gallery-glyphs">
      {glyphs.map((glyph) => (
        <li key={glyph}>
          <GlyphIcon glyph={glyph} /> {glyph}
        </li>
      ))}
    </ul>
  );
}

/** The pictures of `picture-models.ts`, each in a panel. */
function drawn(): Sample[] {
  return Object.entries(pictures).map(([name, model]) => ({
    name,
    panel: (strings) => <TrafficPanel view={trafficOf(model)} strings={strings} actions={actions} />,
  }));
}

function trafficOf(picture: PictureModel): TrafficView {
  return {
    from: 'pod default/client',
    to: 'web:80',
    protocol: 'TCP',
    family: 'IPv4',
    also: [],
    clients: [],
    targets: [],
    outcome: picture.ending,
    summary: picture.endingWord,
    glyph: 'ok',
    picture,
    table: [],
    played: [],
  };
}

/** Ways that only the world, a policy or another kind of address makes. */
function real(view: (name: SceneName, selection: Selection) => LabView): Sample[] {
  const asked: readonly (readonly [SceneName, from: string, to: string])[] = [
    ['policy Local: each node its own', 'pod default/client', 'web:80'],
    ['policy Local: each node its own', 'node node-c', 'web:80'],
    ['policy Local: each node its own', 'external', 'node-a:30080'],
    ['hosts outside, each with its own end', 'pod default/client', 'api:443'],
    ['hosts outside, each with its own end', 'pod default/client', 'shop:80'],
    ['hosts outside, each with its own end', 'pod default/client', 'kafka:9092'],
  ];
  return asked.map(([name, from, to]) => ({
    name: `${name}, ${from} to ${to}`,
    panel: (strings) => (
      <TrafficPanel view={view(name, { traffic: { from, to } }).traffic} strings={strings} actions={actions} />
    ),
  }));
}

/** Several clients at once, from real scenes. */
function together(view: (name: SceneName, selection: Selection) => LabView): Sample[] {
  const names: readonly SceneName[] = [
    'every group: in, not ready, terminating, out by one letter',
    'written by hand, one host silent, one refuses',
    'policy Local: each node its own',
    'session affinity',
    'an alias',
    'headless',
    '300 endpoints',
  ];
  return names.map((name) => {
    const { from, to } = view(name, {}).traffic;
    const also = ['node node-b', 'node node-c', 'external'];
    const { traffic } = view(name, { traffic: { from, to, also }, play: { count: 30, seed: 1 } });
    return {
      name: `several clients: ${name}`,
      panel: (strings) => <TrafficPanel view={traffic} strings={strings} actions={actions} />,
    };
  });
}

/** Requests sent through real scenes. */
function played(view: (name: SceneName, selection: Selection) => LabView): Sample[] {
  const names: readonly SceneName[] = [
    'every group: in, not ready, terminating, out by one letter',
    'written by hand, one host silent, one refuses',
    broken,
    'session affinity',
    '300 endpoints',
  ];
  return names.map((name) => {
    const { traffic } = view(name, { play: { count: 30, seed: 1 } });
    return {
      name: `30 sent: ${name}`,
      panel: (strings) => <TrafficPanel view={traffic} strings={strings} actions={actions} />,
    };
  });
}

function time(view: (name: SceneName, selection: Selection) => LabView): Sample[] {
  return [0, 1, 2].map((state) => {
    const { steps, changes } = view(stepped, { state });
    return {
      name: `state ${state}`,
      panel: (strings) => (
        <>
          <div class="lab-bar">
            <Steps
              steps={steps}
              state={state}
              strings={strings}
              actions={actions}
              onAddStep={() => undefined}
              onRemoveStep={() => undefined}
            />
          </div>
          <ChangesPanel view={changes} steps={steps} strings={strings} actions={actions} />
        </>
      ),
    };
  });
}

function console_(language: Language): Sample {
  const simulation = simulate(scenes['every group: in, not ready, terminating, out by one letter']);
  const lines = ['kubectl get pods -o wide', 'kubectl get ep web', 'dig +short web', 'kubectl get nonsense'];
  const transcript = lines.flatMap((line): TranscriptEntry[] => {
    const state = simulation.states[0];
    if (!state) return [];
    const { stdout, stderr, code } = runLine(state, line, {
      from: 'pod default/client',
      words: lineWords(language),
    });
    return [{ line, stdout, stderr, code }];
  });
  return {
    name: 'answers and an error',
    panel: (strings) => <ConsolePanel transcript={transcript} strings={strings} actions={actions} />,
  };
}

function lab(view: (name: SceneName) => LabView): Sample[] {
  return [
    {
      name: 'tabs of a phone, with results',
      panel: (strings) => (
        <div class="gallery-phone">
          <TileTabs
            view={view(broken)}
            strings={strings}
            many={false}
            tiles={['endpoints', 'dns', 'traffic']}
            tile="endpoints"
            onTile={() => undefined}
          />
        </div>
      ),
    },
    ...(['stopped', 'failed'] as const).map((engine): Sample => ({
      name: `the engine ${engine}`,
      panel: (strings) => (
        <EngineNotice engine={engine} failure="state 7 is not there" strings={strings} onTryAgain={() => undefined} />
      ),
    })),
    { name: 'a shared link that was cut', panel: ({ share }) => <p class="engine-note">{share.damaged}</p> },
    { name: 'storage denied', panel: (strings) => <p class="engine-note">{strings.lab.notSaved}</p> },
  ];
}

function exercise(language: Language): Sample[] {
  const texts = [scenes[broken], scenes[broken].replaceAll('webb', 'web')] as const;
  const checks = texts.map((text) =>
    judge(simulate(text), [
      { endpoints: { service: 'default/web', pods: ['web-1', 'web-2'] } },
      { dns: { host: 'web', ns: 'default', type: 'A', rcode: 'NOERROR' } },
    ]).map((result) => checkInWords(result, language)),
  );
  const panel = (name: string, running: boolean, at: number): Sample => ({
    name,
    panel: (strings) => (
      <div class={at === 1 ? 'task done' : 'task'}>
        <ExercisePanel
          running={running}
          checks={running ? (checks[at] ?? []) : []}
          strings={strings}
          onToggle={() => undefined}
        />
      </div>
    ),
  });
  return [
    panel('before it is started', false, 0),
    panel('under way', true, 0),
    panel('passed', true, 1),
    {
      name: 'what the solution changes',
      panel: ({ exercise: { asDiff } }) => <TextDiff pieces={textDiff(...texts)} label={asDiff} />,
    },
  ];
}
