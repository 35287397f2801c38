import { build } from '../../src/workshop/build.ts';

/** Builds the program before the tests that run it, when anything changed. */
export default async function setup(): Promise<void> {
  await build();
}
