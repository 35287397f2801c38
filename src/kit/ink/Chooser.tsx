import { Text } from 'ink';
import SelectInput, { type ItemProps } from 'ink-select-input';
import { windowOf } from '../windowOf.ts';

/** Something to choose, painted for both states at the same width. */
export interface Option {
  readonly key: string;
  readonly plain: string;
  readonly selected: string;
}

interface Props {
  readonly options: readonly Option[];
  readonly selected: number;
  /** The first option shown before, as the loop remembers it. */
  readonly top: number;
  /** How many options show at most. */
  readonly limit: number;
}

/**
 * Draws a list of options of which one is selected. The selection lives in the loop, so each selection mounts the select
 * input anew. It is given only the options that show: by itself it would turn the list round its end.
 */
export function Chooser({ options, selected, top, limit }: Props) {
  const first = windowOf({ count: options.length, rows: limit, selected, top, height: () => 1, margin: 0 });
  const shown = options.slice(first, first + limit);
  const items = shown.map((option) => ({ key: option.key, label: option.key, value: option }));
  return (
    <SelectInput
      key={`${selected} ${shown.map((option) => option.key).join(' ')}`}
      items={items}
      initialIndex={Math.max(0, selected - first)}
      isFocused={false}
      indicatorComponent={Nothing}
      itemComponent={Painted}
    />
  );
}

function Nothing() {
  return null;
}

function Painted({ isSelected, value }: ItemProps & { readonly value?: Option }) {
  return <Text wrap="truncate">{isSelected ? value?.selected : value?.plain}</Text>;
}
