/** The panels' words of a page: it has one language, so it loads one. */
import type { PanelStrings } from '../i18n/panels.ts';
import type { Language } from '../view/view-models.ts';

export async function loadStrings(language: Language): Promise<PanelStrings> {
  if (language === 'en') return (await import('../i18n/panels-en.ts')).panelsEn;
  return (await import('../i18n/panels-zh-cn.ts')).panelsZhCn;
}
