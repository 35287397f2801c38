/** An article of one of three papers: `day` of October 2026. */
export interface Piece {
  readonly paper: 0 | 1 | 2;
  readonly day: number;
  readonly title: string;
  readonly text: string;
}

/** Nine articles on one event: a ferry runs aground. */
export const aground: readonly Piece[] = [
  {
    paper: 0,
    day: 10,
    title: 'Ferry Marten runs aground off Northport with 212 people on board',
    text: `The ferry Marten ran aground on the gravel bar off Northport on Saturday morning with 212 people on board. Nobody was
      hurt, the coast guard said. Captain Ilse Verhoeven had left the channel to avoid a sailing boat.

      Two tugs tried to pull the Marten free at high water and failed. The passengers were taken to Northport in lifeboats.

      Also see: A short history of the Northport bar`,
  },
  {
    paper: 1,
    day: 10,
    title: 'Lifeboats bring passengers of the Marten ashore',
    text: `Lifeboats from Northport and Easter Point brought everybody ashore from the ferry Marten, which has been lying on the
      gravel bar since Saturday morning. The coast guard counted 212 people, among them a school class from Easter Point.

      Captain Ilse Verhoeven and a crew of nine stayed on board to wait for the tugs.

      The ferry ran aground off Northport when Captain Verhoeven left the channel to avoid a sailing boat. Two tugs failed to free her at high water.`,
  },
  {
    paper: 2,
    day: 10,
    title: 'Tugs fail to free ferry Marten at first high water',
    text: `Two tugs have failed to free the ferry Marten from the gravel bar off Northport. The coast guard will try again with the
      next high water on Sunday, and has asked for a third tug from Easter Point.

      Captain Ilse Verhoeven reported that the hull of the Marten is dry.

      Lifeboats had taken all 212 passengers ashore to Northport by noon. The ferry ran aground on Saturday morning as she avoided a sailing boat.`,
  },
  {
    paper: 0,
    day: 11,
    title: 'Third tug arrives for the stranded Marten',
    text: `A third tug arrived off Northport on Sunday to help free the ferry Marten. The coast guard has pumped fuel from the
      forward tanks of the ferry so that she lies higher on the gravel bar.

      The line has cancelled all crossings from Northport until Tuesday.

      Two tugs had failed to free the Marten on Saturday, hours after she ran aground with 212 people on board. Lifeboats brought the passengers to Northport while Captain Ilse Verhoeven stayed with her crew.`,
  },
  {
    paper: 1,
    day: 11,
    title: 'Captain Verhoeven left the channel for a sailing boat',
    text: `Captain Ilse Verhoeven steered the ferry Marten out of the channel to avoid a sailing boat that had lost its mast, the
      coast guard said after talking to her on board. The gravel bar off Northport begins forty metres beside the channel.

      The owner of the sailing boat has thanked the crew of the Marten.

      The Marten ran aground on Saturday with 212 people, who were brought ashore in lifeboats. Tugs have tried in vain to free the ferry at high water.`,
  },
  {
    paper: 2,
    day: 11,
    title: 'Marten moves a ship length, then sticks again',
    text: `With three tugs pulling, the ferry Marten moved a ship length on the gravel bar off Northport on Sunday evening before she
      stuck again. The coast guard called it half a success. The next try is at high water on Monday.

      Captain Ilse Verhoeven had left the channel on Saturday to avoid a sailing boat, and ran aground with 212 people on board. Lifeboats took the passengers to Northport.`,
  },
  {
    paper: 0,
    day: 12,
    title: 'Marten is free: ferry towed to Northport after two days on the bar',
    text: `The ferry Marten is free. Three tugs pulled her off the gravel bar at high water on Monday and towed her to Northport, where
      divers will look at her hull. Captain Ilse Verhoeven was on the bridge when she came in.

      The coast guard had lifeboats bring the 212 passengers ashore on Saturday, when the ferry ran aground as she avoided a sailing boat beside the channel.`,
  },
  {
    paper: 1,
    day: 12,
    title: 'Divers look at the hull of the Marten in Northport',
    text: `Divers began on Monday to look at the hull of the ferry Marten, which three tugs had towed to Northport from the gravel bar.
      A first look found scratches and a bent rudder, the line said. Crossings may begin again on Thursday.

      Captain Ilse Verhoeven had avoided a sailing boat when the Marten ran aground on Saturday. Lifeboats of the coast guard took 212 passengers off the ferry before the tugs could free her at high water.`,
  },
  {
    paper: 2,
    day: 12,
    title: 'What the coast guard asks of Captain Verhoeven',
    text: `The coast guard has begun an inquiry into how the ferry Marten came onto the gravel bar off Northport. It will ask Captain
      Ilse Verhoeven why she did not stop in the channel. The sailing boat that she avoided had no radio.

      The ferry ran aground on Saturday morning, lifeboats took 212 passengers to Northport, and three tugs had to pull until Monday to free her at high water.`,
  },
];

/** What came of it. */
export const followUps: readonly Piece[] = [
  {
    paper: 1,
    day: 15,
    title: 'Marten crosses again from Northport with a new rudder',
    text: `The ferry Marten crossed from Northport on Thursday for the first time since three tugs pulled her off the gravel bar. Captain
      Ilse Verhoeven was at the wheel, and the line has fitted a new rudder.

      The ferry had run aground with 212 people on board when she avoided a sailing boat beside the channel. Lifeboats of the coast guard brought the passengers ashore.`,
  },
  {
    paper: 2,
    day: 15,
    title: 'Inquiry clears captain of the Marten',
    text: `The coast guard has found no fault with Captain Ilse Verhoeven, whose ferry Marten ran onto the gravel bar off Northport when she
      avoided a sailing boat. It asks the port to mark the edge of the channel with lights.

      Lifeboats took 212 passengers ashore when the ferry ran aground, and tugs needed until the third high water to free her.`,
  },
];

/** Other news of the same papers. */
export const elsewhere: readonly Piece[] = [
  {
    paper: 0,
    day: 11,
    title: 'Library of Easter Point lends tools as well as books',
    text: `Whoever has a card of the public library in Easter Point can now borrow a drill, a ladder or a sewing machine for a week. The
      shelf was filled by gifts. Librarian Tomas Reiss says that the ladder has not been on the shelf for a day.`,
  },
  {
    paper: 1,
    day: 12,
    title: 'Apple harvest is the smallest in nine years after late frost',
    text: `Growers along the Tarn expect the smallest apple harvest in nine years. Frost in the last week of April took the blossom of the
      early trees. The price of cider apples has risen by a third since August, the growers' union said.`,
  },
  {
    paper: 2,
    day: 9,
    title: 'Chess club wins the county cup for the first time',
    text: `The chess club of Lower Tarn has won the county cup for the first time since it was founded in 1954. Fourteen year old Nadia
      Osei won all of her five games, the last one with a queen less.`,
  },
  {
    paper: 0,
    day: 13,
    title: 'Council votes for a roof over the weekly market',
    text: `The council of Northport voted by nine to six for a roof over the weekly market. It is to cost 1.4 million and to be ready in two
      years. Traders had asked for it since the storm of 2019 blew their stalls into the fountain.`,
  },
];
