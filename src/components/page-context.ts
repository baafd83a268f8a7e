import type { Locale } from '../i18n/locale.ts';
import { AuthorError } from '../lessons/author-error.ts';
import type { Case, Lesson, Myth } from '../lessons/course.ts';

/** What an MDX page is about: set by the page, read by the components in its text. */
export interface PageContext {
  readonly locale: Locale;
  /** Absent on pages of the reference. */
  readonly unit?: Lesson | Case | Myth;
  /** A lesson's words for its steps, by their note. */
  readonly steps?: Readonly<Record<string, string>>;
  /** Figures so far. */
  figures?: number;
}

/** The context of a component that stands in a text. Throws if a page renders MDX without having set it. */
export function pageContext(locals: App.Locals): PageContext {
  if (!locals.page) throw new Error('The page must set Astro.locals.page before it renders MDX');
  return locals.page;
}

/** The context of a component that needs a lab. `file` is the text in which it stands. */
export function labOf(locals: App.Locals) {
  const { locale, unit, steps = {} } = pageContext(locals);
  const file = `content/${unit?.folder ?? 'pages'}/${locale}.mdx`;
  if (!unit) throw new AuthorError(file, '', 'a page without a lab', 'a lesson, a case or a myth');
  return { locale, unit, file, steps, scene: sceneOf(unit) };
}

/** The number of the next figure of the page, from 1. */
export function nextFigure(locals: App.Locals): number {
  const page = pageContext(locals);
  page.figures = (page.figures ?? 0) + 1;
  return page.figures;
}

/** The scene that a text talks about: a lesson's scene, a case's broken start, a myth's scene. */
function sceneOf(unit: Lesson | Case | Myth): string {
  return unit.kind === 'case' ? unit.exercise.start : unit.scene;
}
