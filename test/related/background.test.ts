import { expect, test } from 'vitest';
import { backgroundOf, isExplainer } from '../../src/related/index.ts';
import { cardOf, newsroom, type Told } from './newsroom.ts';

const news: Told = {
  title: 'Delta farmers protest at the barrage',
  body: 'Farmers of the delta say the barrage takes their water.',
};
const river: Told = {
  title: 'The river and its treaty',
  body: 'How the water of the delta is shared, barrage by barrage.',
  kind: 'backgrounder',
};
const salt: Told = { title: 'Salt', body: 'How the sea comes into the delta.', kind: 'backgrounder' };

const backgroundIn = (...told: readonly Told[]): readonly string[] => {
  const index = newsroom(news, ...told);
  return backgroundOf(cardOf(index, news.title), index, { limit: 5 }).map(({ card }) => card.title);
};

test('backgrounders serve an article by what they speak of', () => {
  expect(backgroundIn(river, salt)).toEqual([river.title, salt.title]);
});

test('one that other articles link to serves better', () => {
  const linking = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'].map((title) => ({
    title,
    links: [salt.title],
  }));
  const other: Told = { title: 'Mud', body: 'How the delta came out of the sea.', kind: 'backgrounder' };
  expect(backgroundIn(other, salt, ...linking)).toEqual([salt.title, other.title]);
});

test('news that explains serves too, other news does not', () => {
  const explained: Told = {
    title: 'What is the delta barrage?',
    body: 'The barrage of the delta was built for its farmers.',
  };
  const more: Told = { title: 'Barrage closed', body: 'The barrage of the delta is closed to farmers.' };
  expect(backgroundIn(explained, more)).toEqual([explained.title]);
});

test.each([
  'What is the Indus Waters Treaty?',
  'Who was Paul Biya?',
  'How did the war in Sudan begin?',
  'How does a ceasefire work',
  'Tariffs, explained',
  'Explainer: why gold is dear',
  'A brief history of the barrage',
  'What we know about the crash',
  '¿Qué es el tratado de aguas?',
  'Qu’est-ce que le 49.3 ?',
  'Was ist die Schuldenbremse?',
  'Cos’è il Mes?',
  'O que é o marco temporal?',
  'Что такое ключевая ставка',
  '什么是关税',
  'Factbox: the ministers of the new cabinet',
])('is an explainer: %s', (title) => {
  expect(isExplainer(title, '')).toBe(true);
});

test.each([
  'Rwanda and Pakistan sign a treaty',
  'What a night for the derby',
  'Who says so',
  'Historic win for the striker',
  'Minister explains delay',
  'Why not',
  'History teacher wins prize',
  'Was isst der Kanzler am liebsten',
])('is none: %s', (title) => {
  expect(isExplainer(title, '')).toBe(false);
});

test('a text of questions as headings explains', () => {
  const body = 'What is it?\nA dam.\nWho built it?\nThe state.\nWhy does it matter?\nIt holds the water.';
  expect(isExplainer('The barrage', body)).toBe(true);
});
