// Single figures of the stream.
import {store, chosen, rate} from './store.js';
import {bytes, element, number, seconds} from './words.js';

const TILES = [
  {id: 'throughput', title: 'Throughput', definition: 'rates', meaning: 'edits a second that the topology reads',
    of: () => { const now = rate(moment => moment.topics['playlist-edits']?.read); return now === null ? null : number(now) + ' /s'; }},
  {id: 'lag', title: 'Lag', definition: 'lag', meaning: 'edits written that the topology has not read yet', of: () => told(store.moment?.gauges.lag, number)},
  {id: 'retrain', title: 'Retrain time', definition: 'retrain', meaning: 'from the cut to the published generation', of: () => told(chosen()?.seconds.retrain, seconds)},
  {id: 'age', title: 'Model age', definition: 'age', meaning: 'since the newest generation was published', of: () => told(store.moment?.gauges.age, seconds)},
  {id: 'edits', title: 'Edits', definition: 'edits', meaning: 'applied up to the cut of this generation', of: () => told(chosen()?.row.edits, number)},
  {id: 'refused', title: 'Refused', definition: 'refused', meaning: 'records refused up to the cut of this generation', of: () => told(chosen()?.row.refused, number)},
  {id: 'tests', title: 'Tests', definition: 'tests', meaning: 'test playlists beside the training playlists',
    of: () => chosen() ? `${number(chosen().row.testPlaylists)} / ${number(chosen().row.trainingPlaylists)}` : null},
  {id: 'state', title: 'State', definition: 'state', meaning: "bytes of this process's stores, on disk and in memory", of: () => told(store.moment?.gauges.state, bytes)},
];

const told = (value, format) => value === undefined || value === null ? null : format(value);

export function tiles(root, all = TILES) {
  const drawn = all.map(tile => {
    const value = element('strong');
    root.append(element('div', {class: 'tile', id: 'tile-' + tile.id}, element('h3', {}, tile.title), value,
      element('p', {}, tile.meaning + ' ', element('a', {href: '#def-' + tile.definition, 'aria-label': 'Definition of ' + tile.title}, 'Definition'))));
    return {tile, value};
  });
  return {
    draw() {
      for (const {tile, value} of drawn) {
        const text = tile.of() ?? 'undefined';
        if (value.textContent !== text) value.textContent = text;
      }
    },
  };
}
