/** Collects what is found wrong, and tells how far it is. */
export interface Report {
  wrong(...found: readonly string[]): void;
  figure(name: string, words: string): void;
  at(words: string): void;
}

/** Returns a report that prints as it goes on; `faults` are all that was found wrong. */
export function reportTo(print: (line: string) => void): Report & { readonly faults: readonly string[] } {
  const faults: string[] = [];
  let told = performance.now();
  return {
    faults,
    wrong(...found) {
      faults.push(...found);
      for (const what of found) print(`✗ ${what}`);
    },
    figure(name, words) {
      print(`${name}: ${words}`);
    },
    at(words) {
      if (performance.now() - told < 15_000) return;
      told = performance.now();
      print(`  ${words}`);
    },
  };
}
