/** What every panel's view is made from. */
import { explainService, type ServiceExplanation, type Simulation, type State } from '../sim/core.ts';
import { Places } from './places.ts';
import type { DrawerView, LabView, Language, Selection, ServiceRef } from './view-models.ts';
import type { Dictionary } from './words/dictionary.ts';
import type { ProblemWords } from './words/problem-words.ts';
import type { ReasonWords } from './words/reason-words.ts';
import type { ServiceWords } from './words/service-words.ts';
import type { ViewWords } from './words/view-en.ts';

export interface ViewSettings {
  /** Seconds since each state was made, by its index; absent: every age is 10s. */
  readonly ages?: readonly number[];
  /** The view before the last edit, to mark what that changed; and the run it is a view of. */
  readonly before?: LabView;
  readonly earlier?: Simulation;
  /** What the drawer's panels show; absent: none of them is wanted. */
  readonly drawer?: (context: ViewContext, service: ServiceRef | undefined) => DrawerView;
  /** The last view of a text that could be read. */
  readonly lastGood?: LabView;
}

export interface ViewContext {
  readonly simulation: Simulation;
  readonly state: State;
  readonly selection: Selection;
  readonly language: Language;
  readonly words: ViewWords;
  readonly reasons: ReasonWords;
  readonly problems: ProblemWords;
  readonly serviceWords: ServiceWords;
  readonly places: Places;
  readonly settings: ViewSettings;
  /** The explanation of a Service in a state, made once; undefined where there is no such Service. */
  readonly explain: (state: State, service: ServiceRef) => ServiceExplanation | undefined;
  /** How old things are for kubectl. */
  readonly ages: { readonly ages?: readonly number[] };
}

/** At most so many rows, choices and names of one kind are sent; counts tell of the others. */
export const rowLimit = 50;

/** Everything the views of one lab share. */
export function viewContext(
  simulation: Simulation,
  selection: Selection,
  { language, view, reasons, problems, services }: Dictionary,
  settings: ViewSettings,
): ViewContext {
  const last = simulation.states.length - 1;
  const state = simulation.states[Math.max(0, Math.min(selection.state ?? 0, last))] as State;
  const explained = new Map<string, ServiceExplanation | undefined>();
  return {
    simulation,
    state,
    selection,
    language,
    words: view,
    reasons,
    problems,
    serviceWords: services,
    places: new Places(state),
    settings,
    ages: settings.ages ? { ages: settings.ages } : {},
    explain: (at, { namespace, name }) => {
      const key = `${at.index} ${namespace}/${name}`;
      if (!explained.has(key)) explained.set(key, eachAddressOnce(explainService(at, namespace, name, rowLimit)));
      return explained.get(key);
    },
  };
}

/** An address that stands in Endpoints and in a slice by hand is one row: the first. */
function eachAddressOnce(explanation: ServiceExplanation | undefined): ServiceExplanation | undefined {
  if (!explanation?.ports.some(({ rows }) => rows.some(({ pod }) => !pod))) return explanation;
  const ports = explanation.ports.map((port) => {
    const seen = new Set<string>();
    const rows = port.rows.filter(
      ({ pod, address }) => pod || address === undefined || (!seen.has(address) && seen.add(address)),
    );
    return { ...port, rows };
  });
  return { ...explanation, ports };
}
