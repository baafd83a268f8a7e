/**
 * `embed.js`: the element `<endpoint-lab>` for other people's pages. Imports nothing; compiled to one classic script.
 *
 * Attributes: `lesson` (id of a lesson of this site), `locale` (en, zh-cn), `theme` (auto, light, dark), `panels`
 * (names, separated by blanks), `height` (pixels at first). Instead of `lesson` the element's own text is the scene,
 * in a `<script type="text/yaml">` or a `<pre>`.
 */
(() => {
  const name = 'endpoint-lab';
  const version = 1;
  const site = new URL('./', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);
  const least = 160;
  const most = 4000;

  class EndpointLab extends HTMLElement {
    static readonly observedAttributes = ['lesson', 'locale', 'theme', 'panels'];
    private frame: HTMLIFrameElement | undefined;

    connectedCallback(): void {
      if (this.frame) return;
      // A parser may connect the element before it has read its text.
      if (document.readyState === 'loading' && !this.hasAttribute('lesson')) {
        document.addEventListener('DOMContentLoaded', () => this.start(), { once: true });
      } else this.start();
    }

    disconnectedCallback(): void {
      removeEventListener('message', this.receive);
      this.frame?.remove();
      this.frame = undefined;
    }

    attributeChangedCallback(attribute: string): void {
      if (!this.frame) return;
      // Another lesson or language is another page; replacing it leaves the reader's history alone.
      if (attribute === 'lesson' || attribute === 'locale') this.frame.contentWindow?.location.replace(this.address());
      else this.send();
    }

    private start(): void {
      if (this.frame || !this.isConnected) return;
      addEventListener('message', this.receive);
      const frame = document.createElement('iframe');
      // The console is a form, which goes nowhere (form-action). Never allow-same-origin: on the site's own origin it would undo the sandbox.
      frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox');
      frame.title = this.getAttribute('title') ?? 'Endpoint Lab';
      frame.loading = 'lazy';
      frame.style.cssText = 'display:block;width:100%;border:0';
      frame.style.height = `${this.clamped(Number(this.getAttribute('height') ?? 400))}px`;
      frame.src = this.address();
      this.frame = frame;
      this.append(frame);
    }

    private address(): string {
      const url = new URL('embed/', site);
      for (const key of ['lesson', 'locale', 'theme', 'panels']) {
        const value = this.getAttribute(key);
        if (value) url.searchParams.set(key, value);
      }
      return url.href;
    }

    /** The frame's origin is opaque and cannot be named as a target: nothing secret goes there. */
    private send(): void {
      const data = {
        type: `${name}:hello`,
        version,
        scene: this.hasAttribute('lesson') ? undefined : this.text(),
        theme: this.getAttribute('theme') ?? undefined,
        panels: this.getAttribute('panels') ?? undefined,
      };
      this.frame?.contentWindow?.postMessage(data, '*');
    }

    private text(): string | undefined {
      const source = this.querySelector('script[type="text/yaml"], pre, textarea');
      const text = source?.textContent ?? '';
      return text.trim() ? text.replace(/^\s*\n/, '') : undefined;
    }

    private readonly receive = (event: MessageEvent): void => {
      if (!this.frame || event.source !== this.frame.contentWindow) return;
      const data = event.data as { type?: unknown; version?: unknown; height?: unknown } | null;
      if (typeof data !== 'object' || data === null || data.version !== version) return;
      if (data.type === `${name}:ready`) this.send();
      else if (data.type === `${name}:size` && typeof data.height === 'number') {
        this.frame.style.height = `${this.clamped(data.height)}px`;
      }
    };

    private clamped(height: number): number {
      return Math.min(most, Math.max(least, Number.isFinite(height) ? Math.ceil(height) : 400));
    }
  }

  if (!customElements.get(name)) customElements.define(name, EndpointLab);
})();
