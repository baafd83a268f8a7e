/** The gallery's own script: every panel in every state, in the language of `?locale=` and the theme of `?theme=`. */
import { render } from 'preact';
import { htmlLang, parseLocale, type Locale } from '../i18n/locale.ts';
import { panelStrings, type PanelStrings } from '../i18n/panels.ts';
import { loadTree } from '../panels/traffic/picture.tsx';
import { sections } from './samples.tsx';

/** Draws the gallery into `box`, and says on it when everything stands: `data-gallery="ready"`. */
export async function startGallery(box: HTMLElement): Promise<void> {
  await loadTree();
  const locale = parseLocale(new URLSearchParams(location.search).get('locale') ?? undefined) ?? 'en';
  document.documentElement.lang = htmlLang[locale];
  render(<Gallery locale={locale} />, box);
  box.dataset['gallery'] = 'ready';
}

function Gallery({ locale }: { readonly locale: Locale }) {
  const strings = panelStrings(locale);
  return (
    <>
      <h1>Gallery</h1>
      <p class="gallery-switches">
        {(['en', 'zh-cn'] as const).flatMap((language) =>
          (['light', 'dark'] as const).map((theme) => (
            <a key={`${language} ${theme}`} href={`?locale=${language}&theme=${theme}`}>
              {language}, {theme}
            </a>
          )),
        )}
      </p>
      {sections(locale).map(({ title, samples }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <div class="gallery-samples">
            {samples.map(({ name, panel }) => (
              <figure key={name} class="lab gallery-sample" data-sample={`${title}: ${name}`}>
                <figcaption>{name}</figcaption>
                {panel(named(strings, name))}
              </figure>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** The panels' words with a title of its own for each sample: a page cannot have two regions of one name. */
function named(strings: PanelStrings, name: string): PanelStrings {
  const panel = Object.fromEntries(Object.entries(strings.panel).map(([id, title]) => [id, `${title}: ${name}`]));
  return {
    ...strings,
    panel: { ...strings.panel, ...panel },
    services: { ...strings.services, title: `${strings.services.title}: ${name}` },
    lab: { ...strings.lab, steps: `${strings.lab.steps}: ${name}` },
  };
}
