/** A simulation and what the reader looks at → everything the lab shows, worded in one language. */
import { slicesOf, table, type Simulation } from '../sim/core.ts';
import { announcement } from './announcement.ts';
import { serviceAsked } from './asked.ts';
import { changesView } from './changes-view.ts';
import { markedAgainst } from './comparison.ts';
import { rowLimit, viewContext, type ViewContext, type ViewSettings } from './context.ts';
import { decidingPlaces } from './deciding.ts';
import { markDns } from './dns-marks.ts';
import { dnsView } from './dns-view.ts';
import { endpointsView } from './endpoints-view.ts';
import { problemsView } from './problems-view.ts';
import { listsOf } from './services.ts';
import { servicesView } from './services-view.ts';
import { stepsView } from './steps-view.ts';
import { targetPlace } from './target.ts';
import { trafficView } from './traffic-view.ts';
import type { LabView, Selection, ServiceRef } from './view-models.ts';
import type { Dictionary } from './words/dictionary.ts';

/**
 * The view of one state (0 unless chosen) with one question to DNS, one to traffic and one Service. Pure. While the text cannot
 * be read at all, the panels are those of `settings.lastGood`; only Problems, steps and text are of the present text.
 */
export function labViewIn(
  simulation: Simulation,
  selection: Selection,
  dictionary: Dictionary,
  settings: ViewSettings = {},
): LabView {
  const { state } = viewContext(simulation, selection, dictionary, settings);
  const before = markedAgainst(state, simulation, selection, settings, (other) =>
    freshView(
      viewContext(
        simulation,
        { ...selection, state: other },
        dictionary,
        settings.drawer ? { drawer: settings.drawer } : {},
      ),
    ),
  );
  const { before: _edited, ...others } = settings;
  const context = viewContext(simulation, selection, dictionary, before ? { ...others, before } : others);
  const view = freshView(context);
  const { lastGood } = settings;
  if (!view.problems.unreadable || !lastGood) {
    const target = targetPlace(context);
    return target ? { ...view, target } : view;
  }
  const { state: shown, steps, text, problems } = view;
  const { target: _shownBefore, ...good } = lastGood;
  return {
    ...good,
    ...(good.drawer || !view.drawer ? {} : { drawer: view.drawer }),
    state: shown,
    steps,
    text,
    problems,
    deciding: [],
    announcement: context.words.announce.unreadable,
  };
}

function freshView(context: ViewContext): LabView {
  const { state, settings } = context;
  const service = serviceAsked(context);
  const lists = listsOf(state);
  const endpoints = endpointsView(context, service, lists);
  const traffic = trafficView(context);
  const before = settings.before?.state === state.index ? settings.before : undefined;
  const dns = markDns(dnsView(context), before?.dns);
  const problems = problemsView(context, endpoints.notes);
  return {
    state: state.index,
    steps: stepsView(context),
    text: state.text,
    problems,
    services: servicesView(context, lists, traffic.from),
    endpoints,
    counts: countsOf(context, service),
    dns,
    traffic,
    changes: changesView(context, service),
    announcement: announcement(context, { endpoints, dns, traffic, problems }),
    deciding: decidingPlaces(context, service),
    ...(settings.drawer ? { drawer: settings.drawer(context, service) } : {}),
  };
}

function countsOf({ state }: ViewContext, service: ServiceRef | undefined): LabView['counts'] {
  const slices = service ? slicesOf(state.cluster, service.namespace, service.name).length : 0;
  return { slices: Math.min(slices, rowLimit), pods: table(state.cluster, 'pods').size };
}
