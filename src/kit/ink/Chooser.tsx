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
  /** How many options show at most. */
  readonly limit: number;
}

/**
 * Draws a list of options around the selected one. The selection lives in the loop, so each selection mounts the select
 * input anew. It is given only the options that show: by itself it would turn the list round its end.
 */
export function Chooser({ options, selected, limit }: Props) {
  const margin = Math.floor((limit - 1) / 2);
  const first = windowOf({ count: options.length, rows: limit, selected, top: 0, height: () => 1, margin });
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
