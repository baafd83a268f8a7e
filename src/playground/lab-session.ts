/**
 * What a reader does in one lab, without a DOM: the scene, what is selected, the last result, undo.
 * The page keeps the reader's text; the worker computes. Nothing typed is ever only in the worker.
 */
import type { TranscriptEntry } from '../panels/actions.ts';
import type { Check } from '../checks/checks.ts';
import type { LabView, Language, Selection } from '../view/view-models.ts';
import type { AskHelp, EditorHelp } from '../view/help/help-models.ts';
import { EngineClient, type Answer, type LoadNear, type StartWorker } from './engine-client.ts';
import { keepSame } from './keep-same.ts';
import { asksForFields, loadDescriptions, type Descriptions } from './field-descriptions.ts';
import type { CheckView, Response, SceneEdit } from './protocol.ts';

export type EngineState = 'working' | 'ready' | 'stopped' | 'failed';

/** Everything the page draws from. A new value after every change. */
export interface SessionState {
  /** The whole scene file as last confirmed by the engine. */
  readonly scene: string;
  /** The text the editor shows: that of the selected state. */
  readonly text: string;
  readonly selection: Selection;
  /** The last result; absent until the engine has answered for the first time. */
  readonly view: LabView | undefined;
  readonly checks: readonly CheckView[];
  readonly engine: EngineState;
  /** Our own mistake, in the engine's words. */
  readonly failure: string;
  readonly transcript: readonly TranscriptEntry[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface SessionOptions {
  readonly scene: string;
  readonly selection?: Selection | undefined;
  /** Edits of a draft that the engine had not confirmed. */
  readonly edits?: readonly SceneEdit[] | undefined;
  readonly language: Language;
  readonly checks?: readonly Check[] | undefined;
  /** The untouched start, for `unchanged` checks and Reset. */
  readonly start?: string | undefined;
  readonly startWorker: StartWorker;
  readonly loadNear: LoadNear;
  /** The scene is known to need the full engine, or its checks do. */
  readonly full?: boolean | undefined;
  readonly onChange: (state: SessionState) => void;
}

interface Snapshot {
  readonly scene: string;
  readonly edits: readonly SceneEdit[];
  readonly state: number;
  /** The questions asked there, where others took their place. */
  readonly selection?: Selection;
}

const undoLimit = 200;

export class LabSession {
  #state: SessionState;
  readonly #options: SessionOptions;
  readonly #engine: EngineClient;
  /** Edits the engine has not confirmed yet; sent with every request until it does. */
  #pending: readonly SceneEdit[] = [];
  /** The newest question; answers to older ones are shown and confirm nothing. */
  #lastAsked = 0;
  /** The state whose text the editor shows: what is typed belongs to it, whatever is selected meanwhile. */
  #textState = 0;
  /** Commands under way, and the edits they were run on. */
  readonly #commands = new Map<number, { readonly line: string; readonly edits: number }>();
  #drawer = false;
  /** Counts what the reader did to the scene. */
  #edits = 0;
  #undo: Snapshot[] = [];
  #redo: Snapshot[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#pending = options.edits ?? [];
    this.#state = {
      scene: options.scene,
      text: '',
      selection: options.selection ?? {},
      view: undefined,
      checks: [],
      engine: 'working',
      failure: '',
      transcript: [],
      canUndo: false,
      canRedo: false,
    };
    const listener = {
      onAnswer: (response: Answer) => this.#receive(response),
      onStopped: () => this.#set({ engine: 'stopped' }),
    };
    this.#engine = new EngineClient(options.startWorker, options.loadNear, listener, options.full);
    this.#ask();
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The reader typed: the text of the selected state is now this. */
  type(text: string): void {
    if (text === this.#state.text) return;
    const state = this.#textState;
    this.#remember();
    const last = this.#pending.at(-1);
    const kept = last?.kind === 'text' && last.state === state ? this.#pending.slice(0, -1) : this.#pending;
    this.#pending = [...kept, { kind: 'text', state, text }];
    this.#ask({ text, selection: lasting(this.#state.selection) });
  }

  /** Any other edit of the scene: a switch of a pod, a new step. */
  edit(edit: SceneEdit, selection: Selection = {}): void {
    this.#remember();
    this.#pending = [...this.#pending, edit];
    this.#ask({ selection: { ...lasting(this.#state.selection), ...selection } });
  }

  /** Replaces the whole scene: reset, solution, import, share link, another tab's draft. With a selection, all that was chosen, too. */
  replace(scene: string, to: number | Selection = 0, edits: readonly SceneEdit[] = []): void {
    const asked = typeof to !== 'number';
    this.#remember(asked);
    if (asked) this.#load({ scene, edits, state: to.state ?? 0, selection: to });
    else this.#load({ scene, edits, state: to });
  }

  select(selection: Selection): void {
    const { view } = this.#state;
    this.#ask({
      selection: { ...lasting(this.#state.selection), ...selection },
      view: view && withQuestion(view, selection),
    });
  }

  /** Whether the views of the drawer's panels are wanted; they come with the next answer. */
  showDrawer(wanted: boolean): void {
    if (wanted === this.#drawer) return;
    this.#drawer = wanted;
    // A text that stopped the engine is not given to it again for a look at the drawer.
    const { view, engine } = this.#state;
    if (wanted && !view?.drawer && engine !== 'stopped' && engine !== 'failed') this.#ask();
  }

  run(line: string): void {
    if (asksForFields(line)) void loadDescriptions().then((descriptions) => this.#command(line, descriptions));
    else this.#command(line);
  }

  #command(line: string, descriptions?: Descriptions): void {
    const { view } = this.#state;
    const id = this.#engine.send({
      kind: 'command',
      line,
      scene: this.#state.scene,
      edits: this.#pending,
      state: this.#selectedState(),
      from: view?.traffic.from ?? 'node node-a',
      language: this.#options.language,
      descriptions,
    });
    this.#commands.set(id, { line, edits: this.#edits });
  }

  /** What the engine knows about a place of the text shown. */
  readonly help: AskHelp = async (what, offset) => {
    // A text that stopped the engine is not given to it again for help.
    if (this.#state.engine === 'stopped' || this.#state.engine === 'failed') return undefined;
    const help = await this.#engine.help({
      what,
      offset,
      scene: this.#state.scene,
      edits: this.#pending,
      state: this.#textState,
      language: this.#options.language,
    });
    return help?.what === what ? (help as Extract<EditorHelp, { what: typeof what }>) : undefined;
  };

  undo(): void {
    const snapshot = this.#undo.pop();
    if (!snapshot) return;
    this.#redo.push(this.#snapshot(snapshot.selection !== undefined));
    this.#load(snapshot);
  }

  redo(): void {
    const snapshot = this.#redo.pop();
    if (!snapshot) return;
    this.#undo.push(this.#snapshot(snapshot.selection !== undefined));
    this.#load(snapshot);
  }

  /** Runs the same text again, after the engine was stopped. */
  tryAgain(): void {
    this.#ask();
  }

  /** The scene with everything typed so far, for drafts; equal to `scene` once the engine has answered. */
  unconfirmed(): Snapshot {
    return this.#snapshot();
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #selectedState(): number {
    return this.#state.selection.state ?? this.#state.view?.state ?? 0;
  }

  #snapshot(asked = false): Snapshot {
    const { scene, selection } = this.#state;
    const state = this.#selectedState();
    return { scene, edits: this.#pending, state, ...(asked ? { selection: lasting(selection) } : {}) };
  }

  #load({ scene, edits, state, selection = lasting(this.#state.selection) }: Snapshot): void {
    this.#edits += 1;
    this.#pending = edits;
    // A text that stopped the engine is shown without its answer.
    const typed = edits.findLast((edit) => edit.kind === 'text' && edit.state === state);
    if (typed) this.#textState = state;
    this.#ask({ scene, selection: { ...selection, state }, ...(typed?.kind === 'text' ? { text: typed.text } : {}) });
  }

  /** One undo step per edit; edits of one line of thought are the editor's own undo. `asked`: it asks other questions, too. */
  #remember(asked = false): void {
    this.#edits += 1;
    this.#undo = [...this.#undo.slice(1 - undoLimit), this.#snapshot(asked)];
    this.#redo = [];
  }

  /** The engine hears of a change before it is drawn, so that both happen at once. */
  #ask(change: Partial<SessionState> = {}): void {
    this.#state = { ...this.#state, ...change };
    const { scene, selection } = this.#state;
    const { language, checks, start } = this.#options;
    this.#lastAsked = this.#engine.send({
      kind: 'view',
      scene,
      edits: this.#pending,
      selection,
      language,
      ...(this.#drawer ? { drawer: true } : {}),
      ...(checks ? { checks } : {}),
      ...(start === undefined ? {} : { start }),
    });
    this.#set({ engine: 'working' });
  }

  #receive(response: Answer): void {
    if (response.kind === 'failure') {
      this.#set({ engine: 'failed', failure: response.message });
      return;
    }
    if (response.kind === 'command') {
      this.#receiveCommand(response);
      return;
    }
    if (response.id !== this.#lastAsked) {
      this.#set({ view: { ...this.#kept(response.view), text: this.#state.text }, checks: response.checks ?? [] });
      return;
    }
    this.#pending = [];
    const view = this.#kept(response.view);
    // A text that a step follows is ended by a line feed; under the reader's caret it stays as it was typed.
    const ended = view.state === this.#textState && view.text === `${this.#state.text}\n`;
    this.#textState = view.state;
    this.#set({
      scene: response.scene,
      text: ended ? this.#state.text : view.text,
      view,
      checks: response.checks ?? [],
      selection: { ...this.#state.selection, state: view.state },
      engine: 'ready',
    });
  }

  /** With the parts of the last view that are equal; what was asked for anew is new, even if it is the same again. */
  #kept(view: LabView): LabView {
    const kept = keepSame(this.#state.view, view);
    const { target, traffic } = view;
    const { played } = traffic;
    if (played.length === 0 && !target) return kept;
    return { ...kept, ...(target ? { target } : {}), traffic: { ...kept.traffic, played } };
  }

  #receiveCommand(response: Extract<Response, { kind: 'command' }>): void {
    const command = this.#commands.get(response.id);
    this.#commands.delete(response.id);
    if (!command) return;
    // A step made for a text that was edited meanwhile would undo that edit: it is made again for the present one.
    if (response.scene !== undefined && command.edits !== this.#edits) {
      this.run(command.line);
      return;
    }
    const { stdout, stderr, code } = response;
    this.#set({ transcript: [...this.#state.transcript, { line: command.line, stdout, stderr, code }] });
    if (response.scene !== undefined) this.replace(response.scene, response.state ?? 0);
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change, canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 };
    this.#options.onChange(this.#state);
  }
}

/** A selection without what is meant for one look: connections played, a field shown. */
function lasting({ play: _played, at: _shown, ...selection }: Selection): Selection {
  return selection;
}

/** The view with a new question in its controls before it is answered: the reader's next choice builds on it. */
function withQuestion(view: LabView, { dns, traffic }: Selection): LabView {
  return {
    ...view,
    ...(dns ? { dns: { ...view.dns, host: dns.host, type: dns.type, from: dns.ns } } : {}),
    ...(traffic ? { traffic: { ...view.traffic, from: traffic.from, to: traffic.to, also: traffic.also ?? [] } } : {}),
  };
}
