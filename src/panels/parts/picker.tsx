/** A choice among a few values. Without a way to act it is the chosen value as text. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice } from '../../view/view-models.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose?: ((value: string) => void) | undefined;
}

export function Picker({ label, value, choices, onChoose }: Props): JSX.Element {
  const known = choices.some((c) => c.value === value);
  const shown = choices.find((c) => c.value === value)?.label ?? value;
  if (!onChoose) return <span class="picker">{shown}</span>;
  return (
    <span class="picker">
      <select aria-label={label} value={value} onChange={(e) => onChoose(e.currentTarget.value)}>
        {!known && <option value={value}>{value}</option>}
        {/* Without keys: an option that changes is far cheaper than one that is replaced. */}
        {choices.map((c) => (
          <option value={c.value}>{c.label}</option>
        ))}
      </select>
    </span>
  );
}

/** A value that can be typed, with suggestions; asked when the field is left or Enter is pressed. */
export function TypedPicker({ label, value, choices, onChoose, id }: Props & { readonly id: string }): JSX.Element {
  // What is being typed: a result that arrives meanwhile does not take it back.
  const [draft, setDraft] = useState<string>();
  if (!onChoose) return <span class="picker">{value}</span>;
  const commit = (input: HTMLInputElement): void => {
    const typed = input.value.trim();
    setDraft(undefined);
    if (typed !== '' && typed !== value) onChoose(typed);
  };
  return (
    <span class="picker typed">
      <input
        type="text"
        aria-label={label}
        value={draft ?? value}
        list={id}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        onInput={(e) => setDraft(e.currentTarget.value)}
        onChange={(e) => commit(e.currentTarget)}
        onKeyDown={(e) => {
          if (e.key === 'Enter') commit(e.currentTarget);
        }}
      />
      <datalist id={id}>
        {choices.map((c) => (
          <option value={c.value}>{c.label}</option>
        ))}
      </datalist>
    </span>
  );
}
