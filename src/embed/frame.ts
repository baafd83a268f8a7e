/** The framed page: listens to its host, shows the scene, tells its height. Origin `null`: no storage, nothing fetched. */
import { parseLocale } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { parseHello, ready, size } from './protocol.ts';

/** Scenes of the lessons, each a chunk of its own; keys are paths of files. */
const scenes = import.meta.glob<string>('/content/lessons/*/*/scene.yaml', { query: '?raw', import: 'default' });

/** What shows a scene: the lab. */
export interface Stage {
  readonly show: (scene: string, panels: readonly string[] | undefined) => void;
  /** A sentence in place of a scene. */
  readonly say: (message: string) => void;
  /** Whose height the frame follows. */
  readonly box: Element;
}

/** Starts the page. */
export function startEmbed(stage: Stage): void {
  const query = new URLSearchParams(location.search);
  const { embed } = strings(parseLocale(query.get('locale') ?? undefined) ?? 'en');
  const lesson = query.get('lesson');
  const panels = query.get('panels')?.split(/\s+/);
  if (lesson !== null) {
    sceneOfLesson(lesson).then(
      (scene) => (scene === undefined ? stage.say(embed.unknownLesson(lesson)) : stage.show(scene, panels)),
      (error: unknown) => stage.say(String(error)),
    );
  } else stage.say(embed.noScene);
  listen(stage);
}

function listen(stage: Stage): void {
  // Top level: nobody to talk to.
  if (window.parent === window) return;
  let host: string | undefined;
  addEventListener('message', (event) => {
    if (event.source !== window.parent || (host !== undefined && event.origin !== host)) return;
    const hello = parseHello(event.data);
    if (!hello) return;
    host = event.origin;
    if (hello.theme === 'auto') delete document.documentElement.dataset['theme'];
    else if (hello.theme) document.documentElement.dataset['theme'] = hello.theme;
    if (hello.scene !== undefined) stage.show(hello.scene, hello.panels);
    observer.observe(stage.box);
  });
  const observer = new ResizeObserver(() => {
    const height = stage.box.getBoundingClientRect().bottom + window.scrollY;
    // A host on file:// has the origin "null", which is no target.
    window.parent.postMessage(size(height), host === undefined || host === 'null' ? '*' : host);
  });
  // The one message to everybody: it holds nothing, and the host is not known yet.
  window.parent.postMessage(ready, '*');
}

/** The scene of a lesson by its id, without `lessons/`: `without-selector/by-hand`. */
async function sceneOfLesson(id: string): Promise<string | undefined> {
  const [, load] = Object.entries(scenes).find(([path]) => idOf(path) === id) ?? [];
  return load?.();
}

function idOf(path: string): string {
  const [part = '', lesson = ''] = path.split('/').slice(3);
  return [part, lesson].map((name) => name.replace(/^\d+-/, '')).join('/');
}
