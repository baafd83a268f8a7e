/** A question to kubectl in a state. */
import { ageOf, madeIn } from './ages.ts';
import type { CommandResult } from './api/command-result.ts';
import { Memo } from './api/memo.ts';
import type { ObjectRef } from './api/refs.ts';
import { runProgram } from './client/run-program.ts';
import { commandText } from './kubectl/command-text.ts';
import { readExec } from './kubectl/exec.ts';
import type { FieldDescriptions } from './kubectl/explain-fields.ts';
import { readManifest } from './kubectl/read-manifest.ts';
import type { ReadObject } from './kubectl/read-object.ts';
import { readAttached, removedLine, type AttachedRun } from './kubectl/run-pod.ts';
import { isReadIn, runReadWith } from './kubectl/run-read.ts';
import { manifestFile } from './kubectl/step-commands.ts';
import { findListFault } from './kubectl/validate-list.ts';
import { verbFirst } from './kubectl/verb-first.ts';
import type { AllParts } from './parts/parts.ts';
import { runConsoleCommand, type State } from './simulate.ts';

export interface KubectlSettings {
  /** Seconds since each state was made, by its index. Every age is 10s where there is no number. */
  readonly ages?: readonly number[];
  /** Our words for fields, by struct (`ServicePort`) and field (`ServicePort.port`), for `explain`. */
  readonly descriptions?: FieldDescriptions | undefined;
  /** What `-f -` reads. */
  readonly input?: string | undefined;
}

export interface KubectlResult extends CommandResult {
  /** For a command that changes the cluster: the step that it is (`action: kubectl`), to be added to the scene. */
  readonly step?: { readonly action: 'kubectl'; readonly args: readonly string[] };
  /** True for a command that would go on watching (`get -w`, `rollout status`): it printed what there is, once. */
  readonly watching?: true;
}

/**
 * What `kubectl` prints in this state for `argv` (the words after `kubectl`). A command that changes the cluster tells what it
 * would print and the step that it is; the state stays as it is. Unknown commands end with code 1.
 */
export function askKubectl(
  parts: AllParts,
  state: State,
  argv: readonly string[],
  settings: KubectlSettings = {},
): KubectlResult {
  const words = verbFirst(argv);
  const [command = '', second = ''] = words;
  const { printers, writes } = parts;
  if (isReadIn(printers, command, second)) {
    const { ages = [], descriptions } = settings;
    const namedInFile = (file: string): readonly ReadObject[] | undefined => namedIn(state, file, settings.input);
    const options = { ages: (ref: ObjectRef) => ageOf(state, ref, ages), namedIn: namedInFile, descriptions };
    return runReadWith(printers, state, argv, options);
  }
  if (command === 'exec') return runExec(parts, state, words);
  const attached = command === 'run' ? readAttached(words.slice(1)) : undefined;
  if (attached) return runAttached(parts, state, argv, attached);
  const missing = writes.leftOut(command, second);
  if (missing !== undefined || !writes.has(command, second)) {
    const stderr = missing ?? `error: unknown command ${JSON.stringify(command)} for "kubectl"\n`;
    return { command: commandText(['kubectl', ...argv]), stdout: '', stderr, code: 1 };
  }
  const after = runConsoleCommand(parts, state, argv, settings.input);
  const result = after.apply;
  if (!result) throw new Error(`a command printed no result: ${argv.join(' ')}`);
  return after.cluster === state.cluster ? result : { ...result, step: { action: 'kubectl', args: argv } };
}

/** A command in a pod: `env`, `dig`, `nslookup`, `curl`, `cat /etc/resolv.conf`. */
function runExec({ programs }: AllParts, state: State, argv: readonly string[]): CommandResult {
  const command = commandText(['kubectl', ...argv]);
  const exec = readExec(state.cluster, argv.slice(1));
  if (!exec.ok) return { command, stdout: '', stderr: exec.stderr, code: 1 };
  const startedIn = madeIn(state, { kind: 'Pod', namespace: exec.namespace, name: exec.pod }).cluster;
  const ran = runProgram(programs, state, { ...exec, startedIn }, exec.command, state.options);
  if (!ran) throw new Error(`a pod that was found is gone: ${exec.namespace}/${exec.pod}`);
  const ended = ran.code === 0 ? '' : `command terminated with exit code ${ran.code}\n`;
  return { command, stdout: ran.stdout, stderr: exec.notice + ran.stderr + ended, code: ran.code };
}

/** A command in a pod made for it, which may go with it: `run -i --rm NAME --image=IMAGE -- COMMAND`. */
function runAttached(parts: AllParts, state: State, argv: readonly string[], attached: AttachedRun): KubectlResult {
  const { name, namespace, removed, once } = attached;
  const dashes = argv.indexOf('--');
  const kept = argv.filter((word, i) => !word.startsWith('--rm') || (dashes >= 0 && i > dashes));
  const after = runConsoleCommand(parts, state, kept);
  const command = commandText(['kubectl', ...argv]);
  const refused = after.apply?.code === 0 ? undefined : after.apply;
  if (refused) return { ...refused, command };
  const ran = runProgram(parts.programs, after, { namespace, pod: name }, attached.command, state.options);
  if (!ran) throw new Error(`a pod that was made is gone: ${namespace}/${name}`);
  const { stdout, code } = ran;
  const failed = code !== 0 && once ? `pod ${namespace}/${name} terminated (Error)\n` : '';
  const stderr = `${after.apply?.stderr ?? ''}${ran.stderr}${failed}`;
  if (removed) return { command, stdout: stdout + removedLine(attached), stderr, code };
  return { command, stdout, stderr, code, step: { action: 'kubectl', args: argv } };
}

/** What the documents of a file name, for `get -f`. */
function namedIn(state: State, file: string, input: string | undefined): readonly ReadObject[] | undefined {
  const text = file === manifestFile ? state.text : file === '-' ? input : state.options.files?.get(file);
  return text === undefined ? undefined : readManifest(text, file, 'default', new Memo(), findListFault).objects;
}
