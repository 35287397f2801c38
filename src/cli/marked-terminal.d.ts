declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  /** The package ships no types. These are the options that we give. */
  export function markedTerminal(
    options: Readonly<Record<string, unknown>>,
    highlighting?: Readonly<Record<string, unknown>>,
  ): MarkedExtension;
}
