/** Clients that ask the same beside the first one: added by a picker, taken away one by one. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { TrafficView } from '../../view/view-models.ts';
import { Icon } from '../parts/icon.tsx';
import { Picker } from '../parts/picker.tsx';

/** The picture has room for so many beside the first. */
const most = 3;

interface Props {
  readonly view: Pick<TrafficView, 'from' | 'also' | 'clients'>;
  readonly strings: PanelStrings;
  readonly onAlso?: ((also: readonly string[]) => void) | undefined;
}

/** Offers the clients that do not ask yet. */
export function AddClient({ view: { from, also, clients }, strings, onAlso }: Props): JSX.Element | null {
  const others = clients.filter(({ value }) => value !== from && !also.includes(value));
  if (!onAlso || others.length === 0 || also.length >= most) return null;
  return (
    <span class="add-client">
      <Picker
        label={strings.traffic.addClient}
        value=""
        choices={[{ value: '', label: '+' }, ...others]}
        onChoose={(client) => client !== '' && onAlso([...also, client])}
      />
    </span>
  );
}

export function Clients({ view: { also, clients }, strings, onAlso }: Props): JSX.Element {
  return (
    <ul class="clients" aria-label={strings.traffic.moreClients}>
      {also.map((client) => {
        const name = clients.find(({ value }) => value === client)?.label ?? client;
        return (
          <li key={client}>
            {name}
            {onAlso && (
              <button
                type="button"
                class="icon-button"
                title={strings.traffic.removeClient(name)}
                aria-label={strings.traffic.removeClient(name)}
                onClick={() => onAlso(also.filter((one) => one !== client))}
              >
                <Icon name="cross" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
