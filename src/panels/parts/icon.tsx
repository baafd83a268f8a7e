/** Signs of tools; decorative, the tool's name always stands beside it or in its label. */
import type { JSX } from 'preact';

const paths = {
  undo: 'M3 6.5h6.5a3.8 3.8 0 0 1 0 7.5H6M5.8 3.6L2.9 6.5l2.9 2.9',
  redo: 'M13 6.5H6.5a3.8 3.8 0 0 0 0 7.5H10M10.2 3.6l2.9 2.9-2.9 2.9',
  reset: 'M13 8a5 5 0 1 1-1.6-3.7M13.2 1.8v3h-3',
  play: 'M4.5 2.8l8 5.2-8 5.2z',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3l7 5-7 5zM12.5 3v10',
  again: 'M3 8a5 5 0 1 0 1.6-3.7M2.8 1.8v3h3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  cross: 'M4 4l8 8M12 4l-8 8',
  share: 'M8 9.8V2.2M5 4.6l3-2.8 3 2.8M3 8v4.6c0 .7.5 1.2 1.2 1.2h7.6c.7 0 1.2-.5 1.2-1.2V8',
  download: 'M8 2v7.6M5 7.2l3 2.8 3-2.8M2.8 13.6h10.4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" class="icon">
      <path d={paths[name]} />
    </svg>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  /** Only the sign, whatever the room. */
  readonly small?: boolean;
  readonly onClick: () => void;
}

/** A tool of the lab's bar: sign and word, the sign alone where there is little room. */
export function Tool({ icon, label, disabled = false, small = false, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="button ghost small tool" title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
      <span class={small ? 'visually-hidden' : 'tool-word'}>{label}</span>
    </button>
  );
}

/** A sign alone, with its word for those who do not see it and on hover. */
export function IconButton({ icon, label, disabled = false, onClick }: ToolProps): JSX.Element {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
