/** The two languages of the site, and how they appear in addresses and in markup. */
export type Locale = 'en' | 'zh-cn';

export const locales: readonly Locale[] = ['en', 'zh-cn'];

/** Value of `lang` in HTML. */
export const htmlLang: Readonly<Record<Locale, string>> = { en: 'en', 'zh-cn': 'zh-CN' };

/** The name of each language in itself. */
export const languageName: Readonly<Record<Locale, string>> = { en: 'English', 'zh-cn': '中文' };

/** `text` as a locale, or undefined. */
export function parseLocale(text: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === text);
}

/** The path of a page in a language: `/lessons/` → `/zh-cn/lessons/`. English stands at the root. */
export function localized(locale: Locale, path: string): string {
  return locale === 'en' ? path : `/${locale}${path}`;
}
