/** A place where the house is not as its laws say. */
export interface Breach {
  readonly path: string;
  readonly line: number;
  /** A sentence for whoever wrote it. */
  readonly what: string;
}
