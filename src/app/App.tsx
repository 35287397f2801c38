import { Box, Text, useApp, useInput } from 'ink';
import { useSyncExternalStore } from 'react';
import { Chooser, Rows } from '../kit/ink/index.ts';
import { chordOf } from './chord.ts';
import { drawerOf } from './drawn.ts';
import { frameOf } from './frame.ts';
import type { Look } from './paint.ts';
import type { Store } from './store.ts';
import type { Suspend } from './terminal/mount.tsx';

interface Props {
  readonly store: Store;
  readonly look: () => Look;
  /** Hands the terminal over and back again, for `ctrl+z`. */
  readonly onSuspend: (suspend: Suspend) => void;
  readonly isSpoken: boolean;
}

/** The root: the only part that listens to keys, and the only one that listens to the store. */
export function App({ store, look, onSuspend, isSpoken }: Props) {
  const root = useSyncExternalStore(store.subscribe, store.state);
  const { suspendTerminal } = useApp();
  onSuspend(suspendTerminal);
  useInput((input, key) => {
    const chord = chordOf(input, key);
    if (chord) store.press(chord);
  });
  const frame = frameOf(root);
  if (isSpoken) return <Text>{frame.spoken.join('\n')}</Text>;
  const draw = drawerOf(root, look());
  const { chooser } = frame;
  if (!chooser) return <Rows rows={frame.rows.map(draw)} />;
  const options = chooser.rows.map(({ key, row, chosen }) => ({ key, plain: draw(row), selected: draw(chosen) }));
  return (
    <Box flexDirection="column">
      <Rows rows={frame.rows.slice(0, chooser.at).map(draw)} />
      <Chooser options={options} selected={chooser.selected} limit={chooser.limit} />
      <Rows rows={frame.rows.slice(chooser.at).map(draw)} />
    </Box>
  );
}
