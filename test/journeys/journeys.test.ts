import { expect, test } from 'vitest';
import { travel } from '../rig/journey.ts';
import { journeys } from '../rig/journeys.ts';

const all = await journeys();

test.each(all)('$name', (journey) => travel(journey));

test('each journey has a name of its own', () => {
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
