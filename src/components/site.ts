/** What the pages know of the whole site: the course, the words of its pages, addresses. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { localized, locales, type Locale } from '../i18n/locale.ts';
import { AuthorError } from '../lessons/author-error.ts';
import { readCourse, type Case, type Course, type Lesson, type Myth, type Unit } from '../lessons/course.ts';

let read: Course | undefined;

/** The course; read once in a build, each time in development. */
export function course(): Course {
  if (import.meta.env.DEV) return readCourse();
  return (read ??= readCourse());
}

/** Address of a page in a language, with the base path: `('zh-cn', '/lessons/')`. */
export function address(locale: Locale, path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + localized(locale, path);
}

/** Address of a file of the site: `/theme.js`. */
export function asset(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** Path of a unit's page, without language and base. */
export function pathOf(unit: Unit<unknown>): string {
  return `/${unit.id}/`;
}

export type Words<U> = U extends Lesson
  ? CollectionEntry<'lessons'>
  : U extends Case
    ? CollectionEntry<'clinic'>
    : CollectionEntry<'myths'>;

/** The text of a unit in a language. Throws an `AuthorError` where a language is missing. */
export async function wordsOf<U extends Lesson | Case | Myth>(unit: U, locale: Locale): Promise<Words<U>> {
  const name = unit.kind === 'lesson' ? 'lessons' : unit.kind === 'case' ? 'clinic' : 'myths';
  const id = `${unit.folder.slice(name.length + 1)}/${locale}`;
  const entries: CollectionEntry<'lessons' | 'clinic' | 'myths'>[] = await getCollection(name);
  const entry = entries.find((one) => one.id === id);
  if (!entry)
    throw new AuthorError(`content/${unit.folder}/${locale}.mdx`, '', 'no such file', 'the page in both languages');
  return entry as Words<U>;
}

/** A unit with its title, as lists show it. */
export interface Listed<U> {
  readonly unit: U;
  readonly title: string;
  readonly path: string;
}

/** Units with their titles in a language, in order. */
export function listed<U extends Lesson | Case | Myth>(units: readonly U[], locale: Locale): Promise<Listed<U>[]> {
  return Promise.all(
    units.map(async (unit) => ({ unit, title: (await wordsOf(unit, locale)).data.title, path: pathOf(unit) })),
  );
}

/** A page of the reference. `path` has no language and no base. */
export interface ReferencePage {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** How to take the lab along: the start page lists it. */
  readonly guide: boolean;
  readonly entry: CollectionEntry<'pages'>;
}

/** The pages of the reference in a language, in their order. */
export async function referencePages(locale: Locale): Promise<ReferencePage[]> {
  const entries = await getCollection('pages', ({ id }) => id.endsWith(`/${locale}`));
  return entries
    .toSorted((a, b) => a.data.order - b.data.order)
    .map((entry) => {
      const id = entry.id.slice(0, -locale.length - 1);
      const { title, description, guide } = entry.data;
      return { id, path: `/reference/${id}/`, title, description, guide, entry };
    });
}

export type Section = 'course' | 'clinic' | 'playground' | 'myths' | 'reference';

/** The sections that have something in them, with the path of each. */
export async function sections(): Promise<readonly { readonly id: Section; readonly path: string }[]> {
  const { cases, myths } = course();
  const all: readonly { readonly id: Section; readonly path: string; readonly filled: boolean }[] = [
    { id: 'course', path: '/lessons/', filled: true },
    { id: 'clinic', path: '/clinic/', filled: cases.length > 0 },
    { id: 'playground', path: '/playground/', filled: true },
    { id: 'myths', path: '/myths/', filled: myths.length > 0 },
    { id: 'reference', path: '/reference/', filled: (await referencePages('en')).length > 0 },
  ];
  return all.filter(({ filled }) => filled);
}

/** `getStaticPaths` of a page that exists in both languages under `[...locale]`. */
export const bothLanguages = () =>
  locales.map((locale) => ({ params: { locale: locale === 'en' ? undefined : locale }, props: { locale } }));
