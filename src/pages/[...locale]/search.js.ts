/** `/search.js` and `/zh-cn/search.js`: the index of each language, loaded when somebody searches. */
import type { APIRoute } from 'astro';
import { bothLanguages, course, pathOf, referencePages, sections, wordsOf } from '../../components/site.ts';
import type { Locale } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { readConformanceReport } from '../../lessons/conformance-report.ts';
import type { Case, Lesson, Myth } from '../../lessons/course.ts';
import { readCoverage } from '../../lessons/coverage.ts';
import { readGlossary } from '../../lessons/glossary.ts';
import { indexPages, searchScript, type PageToIndex } from '../../search/index-pages.ts';

export const getStaticPaths = bothLanguages;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const pages = [...(await units(locale)), ...(await reference(locale)), ...(await places(locale))];
  const script = searchScript(indexPages(pages, readGlossary(), 'reference/glossary/', locale));
  return new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};

/** Lessons, cases and myths, with the words of their front matter that stand on the page. */
function units(locale: Locale): Promise<PageToIndex[]> {
  const { lessons, cases, myths } = course();
  return Promise.all(
    [...lessons, ...cases, ...myths].map(async (unit: Lesson | Case | Myth) => {
      const { data, body = '' } = await wordsOf(unit, locale);
      const said = ['question', 'goal', 'remember'].map((key) => String((data as Record<string, unknown>)[key] ?? ''));
      return {
        path: pathOf(unit).slice(1),
        kind: unit.kind,
        title: data.title.replaceAll('`', ''),
        note: (data.description ?? said[0] ?? '').replaceAll('`', ''),
        body: [...said, body].join('\n'),
      };
    }),
  );
}

/** Pages of the reference; the words of lists made from data count as theirs. The glossary's terms have entries of their own. */
async function reference(locale: Locale): Promise<PageToIndex[]> {
  const lists: Readonly<Record<string, readonly string[]>> = {
    coverage: readCoverage().groups.flatMap(({ topics }) => topics.flatMap((one) => [one.topic[locale], one[locale]])),
    conformance: readConformanceReport().topics.map(({ id, title }) => `${title[locale]} ${id}`),
  };
  return (await referencePages(locale)).map(({ id, path, title, description, entry }) => ({
    path: path.slice(1),
    kind: 'page',
    title,
    note: description,
    body: [entry.body ?? '', ...(lists[id] ?? [])].join('\n'),
  }));
}

/** The lists, and the playground. */
async function places(locale: Locale): Promise<PageToIndex[]> {
  const { nav, home, playground, reference: words } = strings(locale);
  const notes = {
    course: home.lead,
    clinic: home.clinicLead,
    playground: playground.description,
    myths: home.mythsLead,
    reference: words.description,
  };
  return (await sections()).map(({ id, path }) => ({
    path: path.slice(1),
    kind: 'place',
    title: nav[id],
    note: notes[id],
    body: notes[id],
  }));
}
