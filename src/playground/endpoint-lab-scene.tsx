/**
 * <endpoint-lab-scene>: a live scene. What stands in it at build (manifest and results) stays until the engine has answered;
 * then the same lab is drawn over it, alive.
 *
 * Attributes: `data-scene` (the whole scene file), `data-language`, `data-open` (a drawer panel), `data-wide`, `data-draft` (key of its draft).
 */
import { render } from 'preact';
import { panelStrings } from '../i18n/panels.ts';
import type { DrawerPanel } from '../panels/lab/lab.tsx';
import type { Language } from '../view/view-models.ts';
import { LabSession, type SessionState } from './lab-session.ts';
import { LiveLab } from './live-lab.tsx';

export class EndpointLabScene extends HTMLElement {
  #session: LabSession | undefined;

  connectedCallback(): void {
    if (this.#session) return;
    const { scene = '', language = 'en', open, wide, figure, panels = '' } = this.dataset;
    const strings = panelStrings(language as Language);
    const draw = (state: SessionState): void => {
      if (!state.view || !this.#session) return;
      render(
        <LiveLab
          session={this.#session}
          state={state}
          strings={strings}
          wide={wide !== undefined}
          figure={figure !== undefined}
          panels={panels.split(' ')}
          open={open as DrawerPanel | undefined}
          start={scene}
          saved=""
        />,
        this,
      );
      this.dataset['live'] = '';
    };
    this.#session = new LabSession({
      scene,
      language: language as Language,
      startWorker: async () => (await import('./start-engine.ts')).startEngine(),
      onChange: draw,
    });
  }

  disconnectedCallback(): void {
    this.#session?.dispose();
    this.#session = undefined;
    render(null, this);
  }
}

if (!customElements.get('endpoint-lab-scene')) customElements.define('endpoint-lab-scene', EndpointLabScene);
