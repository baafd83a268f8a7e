/** What the full engine has: every view, the console and the editor's help. */
import { insertStep, type Simulation } from '../sim/index.ts';
import { editorHelp } from '../view/editor-help.ts';
import { runLine } from '../view/run-line.ts';
import { lineWords } from '../view/words/line-words.ts';
import type { EngineParts } from './engine.ts';
import type { Request, Response } from './protocol.ts';
import { viewParts } from './view-parts.ts';

export const allParts: EngineParts = {
  ...viewParts,
  answer: (request, scene, run) => (request.kind === 'command' ? command(request, scene, run) : help(request, run)),
};

function command(
  { id, line, state, from, language, descriptions }: Extract<Request, { kind: 'command' }>,
  scene: string,
  { states }: Simulation,
): Response {
  const at = states[state];
  if (!at) throw new Error(`state ${state} is not there`);
  const { step, input, ...result } = runLine(at, line, { from, descriptions, words: lineWords(language) });
  if (!step) return { kind: 'command', id, ...result };
  const changed = insertStep(scene, state, { action: 'kubectl', args: step }, input).text;
  return { kind: 'command', id, ...result, scene: changed, state: state + 1 };
}

function help(
  { id, what, offset, state, language }: Extract<Request, { kind: 'editor-help' }>,
  run: Simulation,
): Response {
  return { kind: 'editor-help', id, help: editorHelp(run, { what, offset, state, language }) };
}
