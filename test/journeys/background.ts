import { journey } from '../rig/journey.ts';

export default journey(
  'from the news to what explains it, over the map to what lies around, and back to the same line',
  {},
  async (reader) => {
    await reader.sees('Pakistan and Rwanda agree').press('enter').sees('Islamabad').press('j', 'j', 'j');
    await reader.remembers('the news').press('g', 'b').sees('Background');
    await reader.press('enter').sees('Backgrounder').press('backspace').sees('Islamabad');
    await reader
      .looks((terminal) => terminal.settled())
      .press('g', 'm')
      .sees(' Map', 'It links to')
      .picture('map');
    await reader.press('q').sees('Islamabad');
  },
);
