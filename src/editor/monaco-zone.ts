/** The zone under a line, in Monaco: it takes room among the lines. */
import * as monaco from 'monaco-editor/editor';
import type { Fix } from '../view/view-models.ts';
import type { Zone } from './editor.ts';
import { sameZone, zoneElement } from './zone.ts';

/** Milliseconds without a change after which a zone is shown. */
const pause = 400;

export class ZoneHolder {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #onFix: (fix: Fix) => void;
  readonly #line: monaco.editor.IEditorDecorationsCollection;
  #wanted: Zone | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #id: string | undefined;
  #watch: ResizeObserver | undefined;

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
    this.#add(zone, lineNumber);
  }

  #add(zone: Zone, line: number): void {
    const content = zoneElement(zone, this.#onFix);
    const box = document.createElement('div');
    box.className = 'editor-zone-place';
    box.append(content);
    // Monaco hides its zones from assistive technology, so nothing in them may take the focus: by keyboard the same is Ctrl+.
    for (const button of content.querySelectorAll('button')) button.tabIndex = -1;
    box.addEventListener('mousedown', (event) => {
      event.stopPropagation();
      event.preventDefault();
    });
    const place: monaco.editor.IViewZone = {
      afterLineNumber: line,
      heightInPx: 40,
      domNode: box,
      suppressMouseDown: false,
    };
    this.#editor.changeViewZones((zones) => {
      this.#id = zones.addZone(place);
    });
    this.#watch = new ResizeObserver(() => {
      const height = Math.ceil(content.getBoundingClientRect().height) + 8;
      if (height === place.heightInPx || height <= 8) return;
      place.heightInPx = height;
      this.#editor.changeViewZones((zones) => {
        if (this.#id !== undefined) zones.layoutZone(this.#id);
      });
    });
    this.#watch.observe(content);
  }

  #remove(): void {
    clearTimeout(this.#timer);
    this.#watch?.disconnect();
    this.#line.clear();
    const id = this.#id;
    if (id !== undefined) this.#editor.changeViewZones((zones) => zones.removeZone(id));
    this.#id = undefined;
    this.#wanted = undefined;
  }
}
