import { expect, test } from 'vitest';
import { alsoSeeWording } from '../../src/news/index.ts';

test.each([
  ['Also See: Pakistan FM Dar, SCO Reaffirm Ties', 'Also See', 'Pakistan FM Dar, SCO Reaffirm Ties'],
  ['ALSO READ | Floods: what we know', 'ALSO READ', 'Floods: what we know'],
  ['Read more – Rice prices fall', 'Read more', 'Rice prices fall'],
  ['Related', 'Related', ''],
  ['See also:', 'See also', ''],
  ['  ▸ See also:  A title ', 'See also', 'A title'],
  ["Don't miss: The long read", "Don't miss", 'The long read'],
  ['À lire aussi : Le blé monte', 'À lire aussi', 'Le blé monte'],
  ['A lire aussi : Le blé monte', 'A lire aussi', 'Le blé monte'],
  ['LESEN SIE AUCH: Der Zoll', 'LESEN SIE AUCH', 'Der Zoll'],
  ['Lea también: El trigo', 'Lea también', 'El trigo'],
  ['Leia também: O trigo', 'Leia também', 'O trigo'],
  ['Leggi anche: Il grano', 'Leggi anche', 'Il grano'],
  ['Lees ook: De tarwe', 'Lees ook', 'De tarwe'],
  ['Czytaj też: Pszenica', 'Czytaj też', 'Pszenica'],
  ['См. также: Пшеница', 'См. также', 'Пшеница'],
  ['Ayrıca okuyun: Buğday', 'Ayrıca okuyun', 'Buğday'],
  ['اقرأ أيضًا: القمح', 'اقرأ أيضًا', 'القمح'],
  ['یہ بھی پڑھیں: گندم', 'یہ بھی پڑھیں', 'گندم'],
  ['यह भी पढ़ें: गेहूं', 'यह भी पढ़ें', 'गेहूं'],
  ['यो पनि पढ्नुहोस्: गहुँ', 'यो पनि पढ्नुहोस्', 'गहुँ'],
  ['相关阅读：小麦', '相关阅读', '小麦'],
  ['【関連記事】小麦', '関連記事', '小麦'],
  ['관련 기사: 밀', '관련 기사', '밀'],
  ['Baca juga: Gandum', 'Baca juga', 'Gandum'],
])('%s', (text, wording, rest) => {
  expect(alsoSeeWording(text)).toEqual({ wording, rest });
});

test.each([
  'Related parties said the talks would go on.',
  'See also that the ministers met.',
  'Read the room: nobody spoke.',
  'The minister said: also see the annex.',
  '',
  ':',
  'Also',
])('no wording: %s', (text) => {
  expect(alsoSeeWording(text)).toBeNull();
});
