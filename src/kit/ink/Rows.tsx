import { Box, Text } from 'ink';
import { memo } from 'react';

interface Props {
  /** Rows as `paintRow` makes them, all equally wide. */
  readonly rows: readonly string[];
}

/** Draws painted rows, one below the other. A row that did not change costs nothing to draw again. */
export function Rows({ rows }: Props) {
  // A row has no identity but its place on the screen.
  const placed = rows.map((row, place) => ({ row, place }));
  return (
    <Box flexDirection="column" height={rows.length} flexShrink={0}>
      {placed.map(({ row, place }) => (
        <PaintedRow key={place} row={row} />
      ))}
    </Box>
  );
}

const PaintedRow = memo(function PaintedRow({ row }: { readonly row: string }) {
  return <Text wrap="truncate">{row}</Text>;
});
