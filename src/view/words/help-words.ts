/** The editor's help in a language. */
import type { Language } from '../view-models.ts';
import { helpEn, type HelpWords } from './help-en.ts';
import { helpZhCn } from './help-zh-cn.ts';

export type { HelpWords };

export const helpWords = (language: Language): HelpWords => (language === 'en' ? helpEn : helpZhCn);
