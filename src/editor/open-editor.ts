/** Chooses the editor: the full one by lazy import, a plain field on touch, on request, and when the full one fails. */
import type { Editor, EditorOptions } from './editor.ts';
import { createPlainEditor } from './plain-editor.ts';

export type EditorChoice = 'auto' | 'plain' | 'full';

/** Whether a choice means the plain field here. */
export const isPlain = (choice: EditorChoice): boolean =>
  choice === 'plain' || (choice === 'auto' && matchMedia('(pointer: coarse)').matches);

/** Opens an editor in `box`. `failed` tells that the full editor was wanted and did not load. */
export async function openEditor(
  box: HTMLElement,
  options: EditorOptions,
  choice: EditorChoice,
): Promise<{ readonly editor: Editor; readonly failed: boolean }> {
  if (isPlain(choice)) return { editor: createPlainEditor(box, options), failed: false };
  try {
    // Monaco takes its own words from a table that must be there before it is.
    if (options.language === 'zh-cn') await import('monaco-editor/nls/lang/zh-cn');
    const { createMonacoEditor } = await import('./monaco-editor.ts');
    return { editor: createMonacoEditor(box, options), failed: false };
  } catch {
    return { editor: createPlainEditor(box, options), failed: true };
  }
}
