/** The engine in a worker: scene text in, view models out. Keeps the last run, so that an edit costs what it changes. */
import { judge } from '../checks/judge.ts';
import { simulate, type Simulation } from '../sim/index.ts';
import { checkInWords } from '../view/check-words.ts';
import { editorHelp } from '../view/editor-help.ts';
import { labView } from '../view/lab-view.ts';
import { runLine } from '../view/run-line.ts';
import { lineWords } from '../view/words/line-words.ts';
import type { LabView } from '../view/view-models.ts';
import { applyEdit } from './apply-edit.ts';
import type { Request, Response, SceneEdit } from './protocol.ts';

let last: Simulation | undefined;
let start: Simulation | undefined;
/** The view before the present text, to mark what an edit changed; and the last that could be read. */
let shown: { readonly scene: string; readonly view: LabView; readonly before: LabView | undefined } | undefined;
let lastGood: LabView | undefined;

const scope = globalThis as unknown as {
  postMessage(message: Response): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void;
};

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    scope.postMessage({
      kind: 'failure',
      id: data.id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
});
scope.postMessage({ kind: 'ready' });

function answer(request: Request): Response {
  if (request.kind === 'view') return view(request);
  return request.kind === 'command' ? command(request) : help(request);
}

function view({
  id,
  scene: text,
  edits,
  selection,
  language,
  ages,
  checks,
  start: startText,
}: Extract<Request, { kind: 'view' }>): Response {
  const began = performance.now();
  const scene = edited(text, edits);
  const simulation = run(scene);
  const before = shown?.scene === scene ? shown.before : shown?.view;
  const made = labView(simulation, selection, language, {
    ...(ages ? { ages } : {}),
    ...(before && before.state === (selection.state ?? before.state) ? { before } : {}),
    ...(lastGood ? { lastGood } : {}),
  });
  shown = { scene, view: made, before };
  if (!made.problems.unreadable) lastGood = made;
  if (startText !== undefined && start?.scene.text !== startText) start = simulate(startText);
  const results = checks ? judge(simulation, checks, startText === undefined ? undefined : start) : undefined;
  return {
    kind: 'view',
    id,
    scene,
    view: made,
    ...(results ? { checks: results.map((result) => checkInWords(result, language)) } : {}),
    milliseconds: performance.now() - began,
  };
}

function command({
  id,
  line,
  scene: text,
  edits,
  state,
  from,
  language,
  descriptions,
}: Extract<Request, { kind: 'command' }>): Response {
  const scene = edited(text, edits);
  const at = run(scene).states[state];
  if (!at) throw new Error(`state ${state} is not there`);
  const { step, ...result } = runLine(at, line, { from, descriptions, words: lineWords(language) });
  if (!step) return { kind: 'command', id, ...result };
  const changed = applyEdit(scene, { kind: 'command', state, args: step });
  return { kind: 'command', id, ...result, scene: changed, state: state + 1 };
}

function help({ id, scene, edits, ...question }: Extract<Request, { kind: 'editor-help' }>): Response {
  return { kind: 'editor-help', id, help: editorHelp(run(edited(scene, edits)), question) };
}

const edited = (scene: string, edits: readonly SceneEdit[]): string => edits.reduce(applyEdit, scene);

function run(scene: string): Simulation {
  if (last?.scene.text !== scene) last = simulate(scene, { previous: last });
  return last;
}
