/**
 * The zone under a line, in Monaco: room among the lines, and the zone itself over that room. Monaco hides what is in its
 * own zones from assistive technology and from Tab; what lies over them is reached like anything else in the page.
 */
import * as monaco from 'monaco-editor/editor';
import type { Fix } from '../view/view-models.ts';
import { sameZone, type Zone } from './editor.ts';
import { zoneElement } from './zone.ts';

/** Milliseconds without a change after which a zone is shown. */
const pause = 400;

export class ZoneHolder {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #onFix: (fix: Fix) => void;
  readonly #line: monaco.editor.IEditorDecorationsCollection;
  #wanted: Zone | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #take: (() => void) | undefined;

  constructor(editor: monaco.editor.IStandaloneCodeEditor, onFix: (fix: Fix) => void) {
    this.#editor = editor;
    this.#onFix = onFix;
    this.#line = editor.createDecorationsCollection();
  }

  /** A zone goes at once and comes when the reader pauses: lines do not jump under the typing. */
  set(zone: Zone | undefined): void {
    if (sameZone(zone, this.#wanted)) return;
    this.#remove();
    this.#wanted = zone;
    if (zone) this.#timer = setTimeout(() => this.#show(zone), pause);
  }

  dispose(): void {
    this.#remove();
  }

  #show(zone: Zone): void {
    const model = this.#editor.getModel();
    if (!model) return;
    const { lineNumber } = model.getPositionAt(zone.start);
    this.#line.set([
      {
        range: new monaco.Range(lineNumber, 1, lineNumber, 1),
        options: { isWholeLine: true, className: `zone-line ${zone.severity}` },
      },
    ]);
    this.#take = addZone(this.#editor, zoneElement(zone, this.#onFix), lineNumber);
  }

  #remove(): void {
    clearTimeout(this.#timer);
    this.#line.clear();
    this.#take?.();
    this.#take = undefined;
    this.#wanted = undefined;
  }
}

/** Puts an element under a line; gives back what takes it away. */
function addZone(editor: monaco.editor.IStandaloneCodeEditor, content: HTMLElement, line: number): () => void {
  const box = document.createElement('div');
  box.className = 'editor-zone-place';
  box.append(content);
  let room = '';
  const space = {
    afterLineNumber: line,
    heightInPx: 40,
    domNode: document.createElement('div'),
    onDomNodeTop(top: number): void {
      // Out of view it cannot be tabbed to: the browser would scroll Monaco's frame.
      box.hidden = top < -space.heightInPx || top > editor.getLayoutInfo().height;
      box.style.top = `${top}px`;
    },
  };
  const widget: monaco.editor.IOverlayWidget = {
    getId: () => 'endpoint-lab.zone',
    getDomNode: () => box,
    getPosition: () => null,
  };
  const place = ({ contentLeft, contentWidth, verticalScrollbarWidth }: monaco.editor.EditorLayoutInfo): void => {
    box.style.left = `${contentLeft}px`;
    box.style.width = `${contentWidth - verticalScrollbarWidth}px`;
  };
  const owned = [...listen(editor, box), editor.onDidLayoutChange(place)];
  place(editor.getLayoutInfo());
  editor.addOverlayWidget(widget);
  editor.changeViewZones((zones) => (room = zones.addZone(space)));
  const watch = new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height) + 8;
    if (height === space.heightInPx || height <= 8) return;
    space.heightInPx = height;
    editor.changeViewZones((zones) => zones.layoutZone(room));
  });
  watch.observe(content);
  return () => {
    const focused = box.contains(document.activeElement);
    watch.disconnect();
    for (const each of owned) each.dispose();
    editor.removeOverlayWidget(widget);
    editor.changeViewZones((zones) => zones.removeZone(room));
    // A button that mended the text goes with its zone: the reader goes on in the text.
    if (focused) editor.focus();
  };
}

/** A press leaves the caret and the focus where they are; Escape goes back to the text. */
function listen(editor: monaco.editor.IStandaloneCodeEditor, box: HTMLElement): readonly monaco.IDisposable[] {
  const press = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') editor.focus();
  };
  box.addEventListener('mousedown', press);
  box.addEventListener('keydown', key);
  return [
    {
      dispose: () => {
        box.removeEventListener('mousedown', press);
        box.removeEventListener('keydown', key);
      },
    },
  ];
}
