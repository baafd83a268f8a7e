import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { zhCn } from './zh-cn.ts';

/** Every word of the interface. English is the shape; a language in which one is missing does not compile. */
export type Strings = typeof en;

/** The words of a language. */
export function strings(locale: Locale): Strings {
  return locale === 'en' ? en : zhCn;
}
