/**
 * <endpoint-lab-scene>: a live scene. What stands in it at build (manifest and results) stays until the engine has answered;
 * then the same lab is drawn over it, alive.
 *
 * Attributes: `data-scene` (the whole scene file), `data-language`, `data-panels` (tiles shown), `data-open` (a drawer panel),
 * `data-steps` (JSON: a lesson's words for its steps, by their note), `data-wide`, `data-figure` (results alone), `data-draft` (under which its draft is kept),
 * `data-full` (the scene is known to need the full engine).
 */
import { render } from 'preact';
import type { Check } from '../checks/checks.ts';
import type { PanelStrings } from '../i18n/panels.ts';
import { EngineNotice } from '../panels/lab/engine-notice.tsx';
import type { DrawerPanel } from '../panels/lab/drawer.tsx';
import type { Draft } from '../storage/drafts.ts';
import type { Language, Selection } from '../view/view-models.ts';
import type { Incoming } from './incoming.ts';
import { LabSession, type SessionState } from './lab-session.ts';
import { LiveLab } from './live-lab.tsx';
import type { SceneEdit } from './protocol.ts';
import { loadStrings } from './page-strings.ts';
import { SavedDraft } from './saved-draft.ts';
import { loadNear, startEngine } from './start-engine.ts';

/** What a lab works on: the lesson's scene, or an exercise in its place. */
export interface Task {
  readonly scene: string;
  /** Under which its draft is kept. */
  readonly draft: string;
  readonly checks?: readonly Check[] | undefined;
}

/** Milliseconds in which an answer mostly comes. */
const answerExpected = 50;

export class EndpointLabScene extends HTMLElement {
  #session: LabSession | undefined;
  #draft: SavedDraft | undefined;
  #task: Task | undefined;
  #strings: PanelStrings | undefined;
  #saved = '';
  #asked: { readonly panel: string } | undefined;
  #news = '';
  /** What another tab keeps of this lab, newer than what stands here. */
  #newer: Draft | undefined;
  /** A draft was found that cannot be read. */
  #damaged = false;
  /** Holds the notice of an engine that has not answered yet. */
  #first: HTMLElement | undefined;
  /** The text as last heard of. */
  #text = '';
  #drawLater: ReturnType<typeof setTimeout> | undefined;
  readonly #onHash = (): void => void this.#openShared();

  connectedCallback(): void {
    if (this.#session) return;
    const { scene = '', draft = '', language = 'en' } = this.dataset;
    void this.#learn(language as Language);
    this.open({ scene, draft });
    if (this.dataset['figure'] !== undefined) return;
    addEventListener('hashchange', this.#onHash);
    this.addEventListener('dragover', this.#onDrop);
    this.addEventListener('drop', this.#onDrop);
    (this.dataset['wide'] === undefined ? this : document).addEventListener('paste', this.#onPaste as EventListener);
    void this.#openShared();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onHash);
    document.removeEventListener('paste', this.#onPaste);
    this.#close();
    render(null, this);
  }

  async #learn(language: Language): Promise<void> {
    this.#strings = await loadStrings(language);
    if (this.#session) this.#changed(this.#session.state);
  }

  /** Puts another task into the lab. Its own draft, if there is one, goes on. */
  open(task: Task): void {
    this.#close();
    this.#task = task;
    this.dataset['live'] = 'working';
    const { language = 'en', figure } = this.dataset;
    const draft =
      figure === undefined && task.draft !== ''
        ? new SavedDraft(task.draft, task.scene, {
            onSaved: (kept) => this.#noteSaved(this.#strings?.lab[kept] ?? ''),
            onNewer: (newer) => this.#offer(newer),
          })
        : undefined;
    const { draft: found, damaged } = draft?.load() ?? {};
    const first = found?.before ?? found;
    this.#draft = draft;
    this.#damaged = damaged === true;
    this.#session = new LabSession({
      scene: first?.scene ?? task.scene,
      edits: first?.edits as readonly SceneEdit[] | undefined,
      language: language as Language,
      checks: task.checks,
      start: task.scene,
      startWorker: (full) => startEngine(full, language as Language),
      loadNear,
      full: this.dataset['full'] !== undefined || task.checks !== undefined,
      onChange: (state) => this.#changed(state),
    });
    if (found && first !== found) this.#session.replace(found.scene, 0, found.edits as readonly SceneEdit[]);
    draft?.lookAround();
  }

  /** Shows something: a state, a panel, a field, a question. */
  show(selection: Selection, panel?: string): void {
    this.#asked = panel === undefined ? undefined : { panel };
    this.#session?.select(selection);
    this.scrollIntoView({ block: 'nearest' });
  }

  /** Replaces the scene, for instance by the solution; can be undone. */
  replace(scene: string): void {
    this.#session?.replace(scene);
  }

  /** Files and folders dropped on the lab are its new scene; undo brings the old one back. */
  readonly #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (event.type !== 'drop') return;
    const { items, files } = event.dataTransfer;
    const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    void this.#openFiles(entries.length > 0 ? entries : [...files]);
  };

  /** Pasted files, and in the playground a text that is pasted where nothing is edited, are the new scene, too. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { clipboardData: data, target } = event;
    const files = [...(data?.files ?? [])];
    const edited = target instanceof Element && target.closest('input, textarea, [contenteditable], .monaco-editor');
    const text = files.length > 0 || edited ? '' : (data?.getData('text/plain') ?? '');
    if (files.length === 0 && !/^\s*(?:kind|apiVersion|"kind"|"apiVersion")\s*:/m.test(text)) return;
    event.preventDefault();
    void this.#openFiles(files.length > 0 ? files : [new File([text], 'manifest.yaml')]);
  };

  /** Takes what can be taken; gives back why nothing could. */
  readonly #openFiles = async (files: readonly (File | FileSystemEntry)[]): Promise<string | undefined> => {
    const { openFiles } = await import('./incoming.ts');
    return this.#take(await openFiles(files, this.dataset['language'] as Language));
  };

  /** A scene in the page's address comes over what is there; the address is cleared, so a reload keeps what is typed after. */
  async #openShared(): Promise<void> {
    const linked = /^#panel-(\w+)$/.exec(location.hash)?.[1];
    if (linked !== undefined) this.show({}, linked);
    if (!/^#s\d+(?:\.|%2E)/i.test(location.hash)) return;
    const { openLink } = await import('./incoming.ts');
    const found = await openLink(location.hash, this.dataset['language'] as Language);
    if (!found || !this.#session) return;
    history.replaceState(null, '', location.href.replace(/#.*$/, ''));
    this.#take(found);
  }

  #take({ news, scene, fault }: Incoming): string | undefined {
    this.#news = news;
    if (scene?.panel !== undefined) this.#asked = { panel: scene.panel };
    if (scene) this.#putAside((session) => session.replace(scene.text, scene.selection, scene.edits));
    else if (this.#session) this.#changed(this.#session.state);
    return fault;
  }

  #offer(newer: Draft | undefined): void {
    this.#newer = newer;
    if (this.#session) this.#changed(this.#session.state);
  }

  /** The newer draft of another tab is taken over, to be undone like any edit; or it stays there. */
  readonly #answerOffer = (take: boolean): void => {
    const newer = this.#newer;
    if (!newer) return;
    this.#draft?.answered(newer);
    if (take) this.#putAside((session) => session.replace(newer.scene, 0, newer.edits as readonly SceneEdit[]));
  };

  /** What stands here stays with the draft of what takes its place. */
  #putAside(replace: (session: LabSession) => void): void {
    const session = this.#session;
    if (!session) return;
    this.#draft?.setAside(session.unconfirmed());
    replace(session);
  }

  #changed(state: SessionState): void {
    const session = this.#session;
    const task = this.#task;
    if (!session || !task) return;
    this.#draft?.save(session.unconfirmed());
    const strings = this.#strings;
    if (!strings) return;
    this.#sayFirst(state, strings);
    if (!state.view) return;
    const isTyped = state.engine === 'working' && state.text !== this.#text;
    this.#text = state.text;
    // What is typed shows in the editor; the rest is drawn with the answer, or when that takes its time.
    if (isTyped) this.#drawLater ??= setTimeout(() => this.#draw(session, task, strings), answerExpected);
    else this.#draw(session, task, strings);
    this.dataset['live'] = state.engine;
  }

  #draw(session: LabSession, task: Task, strings: PanelStrings): void {
    this.#forgetDrawing();
    const { state } = session;
    const { language = 'en', open, wide, figure, panels = '', fold = '' } = this.dataset;
    render(
      <LiveLab
        key={task.draft}
        session={session}
        state={state}
        strings={strings}
        language={language as Language}
        wide={wide !== undefined}
        figure={figure !== undefined}
        panels={panels.split(' ')}
        fold={fold.split(' ').filter(Boolean)}
        open={open as DrawerPanel | undefined}
        asked={this.#asked}
        stepWords={stepWordsOf(this.dataset['steps'])}
        start={task.scene}
        saved={this.#saved}
        news={this.#news || (this.#damaged ? strings.lab.draftDamaged : '')}
        newer={this.#newer?.at}
        onNewer={this.#answerOffer}
        openFiles={this.#openFiles}
      />,
      this,
    );
    this.dispatchEvent(new CustomEvent('results', { detail: state }));
  }

  #forgetDrawing(): void {
    clearTimeout(this.#drawLater);
    this.#drawLater = undefined;
  }

  #noteSaved(saved: string): void {
    if (saved === this.#saved || !this.#session) return;
    this.#saved = saved;
    this.#changed(this.#session.state);
  }

  /** An engine that never answered is told over what stands in the page since its build. */
  #sayFirst({ view, engine, failure }: SessionState, strings: PanelStrings): void {
    const stopped = engine === 'stopped' || engine === 'failed' ? engine : undefined;
    if (view || !stopped) {
      if (this.#first) render(null, this.#first);
      this.#first?.remove();
      this.#first = undefined;
      return;
    }
    if (!this.#first) this.prepend((this.#first = document.createElement('div')));
    render(
      <EngineNotice
        engine={stopped}
        failure={failure}
        strings={strings}
        onTryAgain={() => this.#session?.tryAgain()}
        onReset={() => this.replace(this.#task?.scene ?? '')}
      />,
      this.#first,
    );
    this.#first.className = 'lab engine-first';
    this.dataset['live'] = stopped;
  }

  #close(): void {
    if (this.#first) render(null, this.#first);
    this.#first?.remove();
    this.#first = undefined;
    this.#forgetDrawing();
    this.#session?.dispose();
    this.#draft?.dispose();
    this.#session = undefined;
    this.#draft = undefined;
    this.#saved = '';
    this.#news = '';
    this.#newer = undefined;
  }
}

function stepWordsOf(json: string | undefined): Readonly<Record<string, string>> {
  return json === undefined ? {} : (JSON.parse(json) as Readonly<Record<string, string>>);
}

if (!customElements.get('endpoint-lab-scene')) customElements.define('endpoint-lab-scene', EndpointLabScene);
