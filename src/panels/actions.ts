/** What a reader can do in a panel. Absent at build: panels then print text where they would offer a control. */
import type { Fix, Place, Selection } from '../view/view-models.ts';

export interface Actions {
  /** Changes what is looked at: Service, question, client, state, object. */
  select(selection: Selection): void;
  /** Looks at a Service, and lets the row of one of its pods (`namespace/name`) stand out. */
  showPod(selection: Selection, pod: string): void;
  /** Shows a place of the manifest in the editor. */
  goTo(place: Place): void;
  applyFix(fix: Fix): void;
  /** Sends n connections through the picture. */
  play(count: number): void;
  /** Runs a command line; the answer arrives in the console's transcript. */
  run(line: string): void;
  copy(text: string): void;
  /** Copies a link that opens this page at a panel. */
  link(panel: string): void;
  /** Takes a panel out of sight; absent where it must stay. */
  hide?(panel: string): void;
  setPod(
    pod: string,
    intent: { readonly ready?: boolean; readonly terminating?: boolean; readonly node?: string },
  ): void;
  setNode(node: string, intent: { readonly ready?: boolean }): void;
}

export interface TranscriptEntry {
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
