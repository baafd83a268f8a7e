/** Both languages, for the build and for what is loaded when it is asked for. */
import type { Language } from '../view-models.ts';
import type { Dictionary } from './dictionary.ts';
import { inChinese } from './in-chinese.ts';
import { inEnglish } from './in-english.ts';

export const dictionaryOf = (language: Language): Dictionary => (language === 'en' ? inEnglish : inChinese);
