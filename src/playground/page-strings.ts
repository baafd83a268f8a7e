/** The panels' words of a page: it has one language, so it loads one. */
import type { PanelStrings } from '../i18n/panels.ts';
import { loadTree } from '../panels/traffic/picture.tsx';
import type { Language } from '../view/view-models.ts';

/** Under this width of the window its picture is the narrow one, which is fetched with the words. Pixels. */
const narrow = 640;

export async function loadStrings(language: Language): Promise<PanelStrings> {
  if (innerWidth < narrow) await loadTree().catch(() => undefined);
  if (language === 'en') return (await import('../i18n/panels-en.ts')).panelsEn;
  return (await import('../i18n/panels-zh-cn.ts')).panelsZhCn;
}
