// Single figures of a run in rounds, and what each figure is.
import {store, chosen} from './store.js';
import {tiles} from './tiles.js';
import {element, number, seconds} from './words.js';

/** Those of the stream; all others come with the run, from the columns of its file. */
const OF_THE_STREAM = [
  ['learnt', 'from the exact cut until the round was published, in seconds; undefined for rounds before this process began'],
  ['lag', 'records of ratings that the topology had not committed when the newest round of this process was published'],
  ['age', 'seconds since the newest round of this process was published'],
];

const told = (value, format) => value === undefined || value === null ? null : format(value);

const TILES = [
  {id: 'learnt', title: 'Learnt in', definition: 'learnt', meaning: 'from the cut to the published round', of: () => told(chosen()?.seconds, seconds)},
  {id: 'lag', title: 'Lag', definition: 'lag', meaning: 'ratings that the topology has not committed yet', of: () => told(store.moment?.gauges.lag, number)},
  {id: 'age', title: 'Age', definition: 'age', meaning: 'since the newest round was published', of: () => told(store.moment?.gauges.age, seconds)},
];

export const roundTiles = root => tiles(root, TILES);

export function definitions(root) {
  const all = [...store.run.figures.map(each => [each.name, each.meaning]), ...OF_THE_STREAM];
  root.replaceChildren(...all.flatMap(([name, meaning]) => [element('dt', {id: 'def-' + name}, name), element('dd', {}, meaning + '.')]));
}
