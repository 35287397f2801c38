import { cleanLine, say } from '../text/index.ts';
import type { Problem, Reading } from '../news/index.ts';
import type { Keeper } from './keeper.ts';
import type { Inspection, Paper } from './paper.ts';

/** Has one document looked at by the worker, and again without parsing it if it breaks the worker. */
export async function inspectIn(keeper: Keeper, paper: Paper): Promise<Reading<Inspection>> {
  let why = say``;
  for (const plain of [false, true]) {
    const outcome = await keeper.run(
      () => ({ type: 'inspect', paper, plain }),
      async () => undefined,
    );
    if (outcome.type === 'answered' && outcome.ending.type === 'inspected') {
      const { inspection, problems } = outcome.ending;
      const broken = plain && isEmpty(inspection) ? [givenUp(paper, why)] : [];
      return { value: inspection, problems: [...broken, ...problems] };
    }
    if (outcome.type === 'broken') why = outcome.why;
  }
  const nothing = { format: 'markdown', article: null, links: [], pieces: [], site: null, why: [why] } as const;
  return { value: nothing, problems: [givenUp(paper, why)] };
}

function givenUp({ name, address }: Paper, detail: Problem['detail']): Problem {
  return { kind: 'unreadable', where: cleanLine(address ?? name ?? 'the text'), detail };
}

/** Returns whether nothing was made of the document. */
function isEmpty(inspection: Inspection): boolean {
  switch (inspection.format) {
    case 'feed':
      return inspection.feed === null;
    case 'outline':
      return inspection.outline === null;
    case 'web-page':
      return inspection.page === null;
    case 'markdown':
    case 'page-text':
      return inspection.article === null;
  }
}
