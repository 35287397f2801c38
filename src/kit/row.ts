import type { Safe } from '../text/index.ts';
import type { Role } from '../theme/index.ts';

/** A stretch of one row of the screen in one role. */
export interface Piece {
  readonly text: Safe;
  readonly role: Role;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly struck?: boolean;
  readonly underline?: boolean;
  /** The role that lies behind this piece, if not that of its row. */
  readonly ground?: Role;
  /** A web address that the terminal may open on a click. */
  readonly address?: Safe;
}

/** One row of the screen. Composed by pure code, exactly as wide as the screen once it is painted. */
export interface Row {
  readonly pieces: readonly Piece[];
  /** The role that fills the row behind and after its pieces, such as the selection; the page if none is named. */
  readonly ground?: Role;
}
