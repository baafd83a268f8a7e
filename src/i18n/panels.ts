/** The panels' words in a language. */
import { panelsEn, type PanelStrings } from './panels-en.ts';
import { panelsZhCn } from './panels-zh-cn.ts';

export type { PanelStrings };
export const panelStrings = (language: 'en' | 'zh-cn'): PanelStrings => (language === 'en' ? panelsEn : panelsZhCn);
