/** Articles that are marked or filed in one change. */
export const bulk = 200;
