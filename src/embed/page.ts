/** The framed page's own script: the lab's element joined to what the host says. */
import { htmlLang, parseLocale } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import '../playground/endpoint-lab-scene.tsx';
import { startEmbed } from './frame.ts';

/** Starts the page. */
export function startEmbedPage(): void {
  const locale = parseLocale(new URLSearchParams(location.search).get('locale') ?? undefined) ?? 'en';
  document.documentElement.lang = htmlLang[locale];
  document.title = strings(locale).embed.title;
  const box = document.querySelector('main');
  const message = document.querySelector('.embed-message');
  if (!box || !message) throw new Error('The page has lost its main or its message line');
  startEmbed({
    box,
    say: (text) => {
      message.textContent = text;
    },
    show: (scene, panels) => {
      message.textContent = '';
      const lab = document.createElement('endpoint-lab-scene');
      lab.dataset['scene'] = scene;
      lab.dataset['language'] = locale;
      if (panels) lab.dataset['panels'] = panels.join(' ');
      box.querySelector('endpoint-lab-scene')?.remove();
      box.append(lab);
    },
  });
}
