/** Taking a scene elsewhere: a link, files, the results as text; and bringing one in. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../i18n/panels.ts';
import { encodeShare } from '../storage/share.ts';
import type { LabView } from '../view/view-models.ts';
import { download } from './files.ts';
import type { LabSession } from './lab-session.ts';
import { resultsText } from './results-text.ts';
import { sharePage } from './share-page.ts';
import { stateManifest } from './state-manifest.ts';

/** Characters after which chat programs cut links. */
const longLink = 2000;

interface Props {
  readonly session: LabSession;
  readonly view: LabView;
  readonly strings: PanelStrings;
  /** The panel that stands open, for the link. */
  readonly panel: string | undefined;
  readonly copy: (text: string) => void;
  /** Gives back why it could not. */
  readonly openFiles: (files: readonly File[]) => Promise<string | undefined>;
  readonly onClose: () => void;
}

export function ShareDialog({ session, view, strings, panel, copy, openFiles, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState('');
  const [fault, setFault] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  const { share } = strings;
  const manifest = stateManifest(view, share.thenRun);
  const { selection } = session.state;
  const { scene, edits } = session.unconfirmed();
  useEffect(() => dialog.current?.showModal(), []);
  // The results as text hold more than the tiles show.
  // Not within the drawing that this is a part of.
  useEffect(() => queueMicrotask(() => session.showDrawer(true)), [session]);
  useEffect(() => {
    const page = sharePage(location, document.documentElement.lang);
    void encodeShare({ scene, selection: { ...selection, play: undefined, at: undefined, panel, edits } }).then(
      (hash) => setLink(`${page}#${hash}`),
    );
  }, [scene, selection, edits]);
  const open = async (chosen: FileList | null): Promise<void> => {
    if (!chosen || chosen.length === 0) return;
    const why = await openFiles([...chosen]);
    if (why === undefined) dialog.current?.close();
    else setFault(why);
  };
  return (
    <dialog class="share" ref={dialog} onClose={onClose} aria-label={share.title}>
      <h2>{share.title}</h2>
      <label>
        {share.link}
        <input type="text" readOnly value={link} onFocus={(e) => e.currentTarget.select()} />
      </label>
      {link.length > longLink && <p class="faint">{share.long(link.length)}</p>}
      <p class="share-tools">
        <button type="button" class="button primary" onClick={() => copy(link)}>
          {share.copyLink}
        </button>
        <button type="button" class="button" onClick={() => copy(resultsText(view, strings))}>
          {share.results}
        </button>
      </p>
      <p class="share-tools">
        <button
          type="button"
          class="button"
          disabled={manifest === ''}
          onClick={() => download('manifest.yaml', manifest)}
        >
          {share.manifest}
        </button>
        <button type="button" class="button" onClick={() => download('scene.yaml', scene)}>
          {share.scene}
        </button>
        <button type="button" class="button" onClick={() => files.current?.click()}>
          {share.open}
        </button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept=".yaml,.yml,.json,.txt"
          onChange={(e) => void open(e.currentTarget.files)}
        />
      </p>
      <p class="faint">{share.openHint}</p>
      {fault && (
        <p class="engine-note" role="alert">
          {fault}
        </p>
      )}
      <details>
        <summary>{strings.lab.sceneFile}</summary>
        <textarea
          ref={text}
          aria-label={strings.lab.sceneFile}
          rows={14}
          wrap="off"
          spellcheck={false}
          defaultValue={scene}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            session.replace(text.current?.value ?? scene, session.state.selection.state);
            dialog.current?.close();
          }}
        >
          {share.useScene}
        </button>
      </details>
      <form method="dialog">
        <button type="submit" class="button">
          {share.close}
        </button>
      </form>
    </dialog>
  );
}
