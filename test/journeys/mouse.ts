import { journey } from '../rig/journey.ts';

export default journey('wheel, click and paste', {}, async (reader) => {
  await reader.sees('Pakistan and Rwanda agree', '1/19').turnsWheel('down').sees('4/19').turnsWheel('up').sees('1/19');
  await reader.clicks(10, 6).sees('2/19').clicks(10, 6).sees('Ishaq Dar received');
  await reader.press('q').sees('2/19').press('/').pastes('tea\n').sees('“tea” · 1/').press('esc').sees('/19');
});
