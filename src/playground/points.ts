/** Phrases of the text that show something in the lab: `<a data-point data-state data-panel data-at data-ask>`. */
import type { Selection } from '../view/view-models.ts';
import type { EndpointLabScene } from './endpoint-lab-scene.tsx';

document.addEventListener('click', (event) => {
  const point = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-point]') : null;
  const lab = document.querySelector<EndpointLabScene>('endpoint-lab-scene:not([data-figure])');
  if (!point || !lab) return;
  event.preventDefault();
  const { state, panel, at, ask } = point.dataset;
  lab.show(
    {
      ...(state === undefined ? {} : { state: Number(state) }),
      ...(at === undefined ? {} : { at }),
      ...questionOf(ask),
    },
    panel,
  );
});

/** `dns NAME TYPE [NAMESPACE]` or `HOST:PORT`. */
function questionOf(ask: string | undefined): Selection {
  if (ask === undefined) return {};
  const [word, host = '', type = 'A', ns = 'default'] = ask.split(' ');
  if (word === 'dns') return { dns: { host, type, ns } };
  const from =
    document.querySelector<HTMLSelectElement>('[data-panel="traffic"] select')?.value ?? 'pod default/client';
  return { traffic: { from, to: ask } };
}
