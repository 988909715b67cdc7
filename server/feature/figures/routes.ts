import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import { answerFigures } from './answer.ts';
import { figureDifference } from './compared.ts';
import { figureStations } from './drilled.ts';
import { questionOf } from './question.ts';
import { figureSeries } from './series.ts';

export function mountFigures(door: Door, deps: Deps): void {
  mount(door, 'figures', figureTables(deps));
  mount(door, 'figureStations', figureStations(deps));
  mount(door, 'figureSeries', figureSeries(deps));
  mount(door, 'figureDifference', figureDifference(deps));
}

function figureTables(deps: Deps): Act<'figures'> {
  return async ({ query, who }) => {
    const question = await questionOf(deps, { who, task: 'read-figures' }, query);
    if (!question.ok) return question;
    return answerFigures(deps, question.value, query.tables);
  };
}
