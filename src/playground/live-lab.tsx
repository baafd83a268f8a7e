/** The lab in the browser: the session's state drawn, and what the reader does handed back to it. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isPlain, type EditorChoice } from '../editor/open-editor.ts';
import type { PanelStrings } from '../i18n/panels.ts';
import type { Actions } from '../panels/actions.ts';
import type { DrawerPanel } from '../panels/lab/drawer.tsx';
import { EngineNotice } from '../panels/lab/engine-notice.tsx';
import { Lab } from '../panels/lab/lab.tsx';
import { NewerDraft } from '../panels/lab/newer-draft.tsx';
import { namedSteps } from '../panels/lab/steps.tsx';
import { Tool } from '../panels/parts/icon.tsx';
import { useSettled } from '../panels/parts/settled.ts';
import type { Language, Place } from '../view/view-models.ts';
import { EditorPane } from './editor-pane.tsx';
import { keepSame } from './keep-same.ts';
import type { LabSession, SessionState } from './lab-session.ts';
import type { ShareDialog } from './share-dialog.tsx';

interface Props {
  readonly session: LabSession;
  readonly state: SessionState;
  readonly strings: PanelStrings;
  readonly language: Language;
  readonly wide: boolean;
  readonly figure: boolean;
  readonly panels: readonly string[];
  /** Documents folded to one line when the editor opens. */
  readonly fold: readonly string[];
  readonly open?: DrawerPanel | undefined;
  /** A panel that a phrase of the text points at. */
  readonly asked?: { readonly panel: string } | undefined;
  /** A lesson's words for its steps, by their note. */
  readonly stepWords: Readonly<Record<string, string>>;
  /** Where Reset goes back to. */
  readonly start: string;
  /** `draft saved`, or why nothing is kept. */
  readonly saved: string;
  /** What became of a shared link or of dropped files. */
  readonly news: string;
  /** When another tab saved a newer draft than this one shows; milliseconds since 1970. */
  readonly newer?: number | undefined;
  readonly onNewer: (take: boolean) => void;
  /** Takes files as the new scene; gives back why it could not. */
  readonly openFiles: (files: readonly File[]) => Promise<string | undefined>;
}

/** Panels that the first engine does not answer for. */
const ofDrawer: ReadonlySet<string | undefined> = new Set(['slices', 'pods', 'console', 'objects']);

export function LiveLab({
  session,
  state,
  strings,
  language,
  wide,
  figure,
  panels,
  fold,
  open,
  asked,
  stepWords,
  start,
  saved,
  news,
  newer,
  onNewer,
  openFiles,
}: Props): JSX.Element | null {
  const [target, setTarget] = useState<Place>();
  const [choice, setChoice] = useState<EditorChoice>('auto');
  const [lit, setLit] = useState<readonly string[]>([]);
  const [sharing, setSharing] = useState<{ readonly Dialog: typeof ShareDialog }>();
  const panel = useRef<string | undefined>(undefined);
  const actions = useMemo(() => actionsOf(session, strings, setTarget, setLit), [session]);
  const onOwners = (owners: readonly string[]): void => setLit((old) => keepSame(old, owners));
  const shownField = state.view?.target;
  useEffect(() => {
    if (shownField) setTarget(shownField);
  }, [shownField]);
  const said = useSettled(state.engine === 'ready' ? state.view?.announcement : undefined, 1000, state.text);
  const steps = useMemo(() => namedSteps(state.view?.steps ?? [], stepWords), [state.view?.steps]);
  if (!state.view) return null;
  const view = { ...state.view, steps };
  const editor = (
    <>
      <header class="panel-head">
        <h3 class="editor-file">{view.state === 0 ? 'manifest.yaml' : strings.lab.step(view.state)}</h3>
        <span class="panel-summary">{saved}</span>
        <span class="panel-space" />
        <button type="button" class="button ghost small" onClick={() => setChoice(isPlain(choice) ? 'full' : 'plain')}>
          {isPlain(choice) ? strings.lab.fullEditor : strings.lab.plainEditor}
        </button>
      </header>
      <EditorPane
        session={session}
        text={state.text}
        view={view}
        strings={strings}
        target={target}
        choice={choice}
        language={language}
        fold={fold}
        applyFix={actions.applyFix}
        goTo={actions.goTo}
        onOwners={onOwners}
      />
    </>
  );
  return (
    <>
      <Lab
        view={view}
        strings={strings}
        actions={actions}
        editor={editor}
        wide={wide}
        figure={figure}
        panels={panels}
        open={open}
        asked={asked}
        lit={lit}
        target={target}
        transcript={state.transcript}
        onPanel={(name) => {
          panel.current = name;
          // This is heard while the lab is drawn; drawn anew within that, it would stand there twice.
          queueMicrotask(() => session.showDrawer(ofDrawer.has(name)));
        }}
        onAddStep={() => session.edit({ kind: 'add-step' }, { state: view.steps.length })}
        onRemoveStep={(step) => session.edit({ kind: 'remove-step', state: step }, { state: step - 1 })}
        notice={
          <>
            {(state.engine === 'stopped' || state.engine === 'failed') && (
              <EngineNotice
                engine={state.engine}
                failure={state.failure}
                strings={strings}
                onTryAgain={() => session.tryAgain()}
              />
            )}
            <div role="status">
              {news !== '' && <p class="engine-note">{news}</p>}
              {newer !== undefined && (
                <NewerDraft at={newer} language={language} strings={strings} onAnswer={onNewer} />
              )}
            </div>
          </>
        }
        tools={
          <>
            <Tool icon="undo" small label={strings.lab.undo} disabled={!state.canUndo} onClick={() => session.undo()} />
            <Tool icon="redo" small label={strings.lab.redo} disabled={!state.canRedo} onClick={() => session.redo()} />
            <Tool
              icon="share"
              label={strings.lab.share}
              onClick={() =>
                void import('./share-dialog.tsx').then(({ ShareDialog: Dialog }) => setSharing({ Dialog }))
              }
            />
            <Tool icon="reset" label={strings.lab.reset} onClick={() => session.replace(start, {})} />
          </>
        }
      />
      {sharing && (
        <sharing.Dialog
          session={session}
          view={view}
          strings={strings}
          panel={panel.current}
          copy={actions.copy}
          openFiles={openFiles}
          onClose={() => setSharing(undefined)}
        />
      )}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </>
  );
}

function actionsOf(
  session: LabSession,
  { common }: PanelStrings,
  show: (place: Place) => void,
  light: (owners: readonly string[]) => void,
): Actions {
  const at = (): number => session.state.view?.state ?? 0;
  return {
    select: (selection) => session.select(selection),
    showPod(selection, pod) {
      session.select(selection);
      light([pod]);
    },
    goTo(place) {
      if (place.state !== at()) session.select({ state: place.state });
      show({ ...place });
    },
    applyFix(fix) {
      const { text } = session.state;
      session.type(text.slice(0, fix.start) + fix.text + text.slice(fix.end));
    },
    play: (count) => session.select({ play: { count, seed: (session.state.selection.play?.seed ?? 0) + 1 } }),
    run: (line) => session.run(line),
    copy: (text) => void import('./copy-text.ts').then(({ copyText }) => copyText(text, common.copied)),
    link: (panel) =>
      void import('./copy-text.ts').then(({ copyText }) =>
        copyText(`${location.href.replace(/#.*$/, '')}#panel-${panel}`, common.copied),
      ),
    setPod: (pod, intent) => session.edit({ kind: 'pod', state: at(), pod, intent }),
    setNode: (node, intent) => session.edit({ kind: 'node', state: at(), node, intent }),
  };
}
