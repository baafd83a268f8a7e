const least = 30;
const most = 60;
const usual = 43;
const key = 'endpoint-lab:split';

/** The movable border between a lesson's text and its lab: drag, arrow keys, Home and End; a click goes on to the next width, a double click resets it. */
export class DividerElement extends HTMLElement {
  /** A click that may become a double click. */
  #wait: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.show(this.stored());
    this.addEventListener('pointerdown', this.drag);
    this.addEventListener('keydown', this.press);
    this.addEventListener('dblclick', this.reset);
  }

  private stored(): number {
    return Number.parseFloat(document.documentElement.style.getPropertyValue('--split')) || usual;
  }

  /** Sets the text's share of the width, in percent. */
  private show(percent: number): void {
    const share = Math.round(Math.min(most, Math.max(least, percent)));
    document.documentElement.style.setProperty('--split', `${share}%`);
    this.setAttribute('aria-valuenow', String(share));
  }

  /** For those who cannot drag. */
  private readonly next = (): void => {
    const now = this.stored();
    this.show(now >= most ? least : now >= usual ? most : usual);
    this.keep();
  };

  private keep(): void {
    try {
      localStorage.setItem(key, this.getAttribute('aria-valuenow') ?? '');
    } catch {
      // Storage is denied or full: the width lasts as long as the page.
    }
  }

  private readonly drag = (event: PointerEvent): void => {
    const whole = this.closest('.lesson')?.getBoundingClientRect();
    if (!whole || event.button !== 0) return;
    event.preventDefault();
    this.focus();
    clearTimeout(this.#wait);
    this.setPointerCapture(event.pointerId);
    let moved = false;
    const move = (at: PointerEvent) => {
      moved ||= Math.abs(at.clientX - event.clientX) > 3;
      if (moved) this.show(((at.clientX - whole.left) / whole.width) * 100);
    };
    const end = () => {
      this.removeEventListener('pointermove', move);
      if (!moved) this.#wait = setTimeout(this.next, 300);
      this.keep();
    };
    this.addEventListener('pointermove', move);
    this.addEventListener('lostpointercapture', end, { once: true });
  };

  private readonly press = (event: KeyboardEvent): void => {
    const now = this.stored();
    const widths: Record<string, number> = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: least, End: most };
    const next = widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.show(next);
    this.keep();
  };

  private readonly reset = (): void => {
    clearTimeout(this.#wait);
    this.show(usual);
    this.keep();
  };
}
