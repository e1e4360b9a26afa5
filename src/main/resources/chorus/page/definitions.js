// What each figure is, in a line, and where it is defined.
import {store} from './store.js';
import {element} from './words.js';

/** Those of the stream; all others come with the run, from the code that takes them. */
const OF_THE_STREAM = [
  ['rates', 'records a second', 'difference of two totals of the clients of Kafka Streams in this process, a second apart ÷ the time between; undefined where the topology runs elsewhere'],
  ['lag', 'edits', 'records of playlist-edits that the topology of this process has not read, or, where it runs elsewhere, had not committed when the newest generation was published'],
  ['retrain', 'seconds', 'from the aligned cut to the published generation; undefined for generations made before this process began, and for a run shown from its files'],
  ['age', 'seconds', 'since the newest generation of this process was published'],
  ['edits', 'edits', 'edits applied up to the cut'],
  ['refused', 'records', 'records of any topic that did not apply, up to the cut; kept on edits-refused with the reason'],
  ['tests', 'playlists', 'held-out playlists that are long enough at the cut, and playlists that are trained on'],
  ['state', 'bytes', "sum of RocksDB's total-sst-files-size and size-all-mem-tables over the stores of this process"],
];

export function definitions(root) {
  const all = [...store.run.figures.map(each => [each.name, each.unit, each.formula, each.source]), ...OF_THE_STREAM];
  root.replaceChildren(...all.flatMap(([name, unit, formula, source]) => [
    element('dt', {id: 'def-' + name}, name),
    element('dd', {}, formula + (unit ? `. Unit: ${unit}` : '') + (source ? `. Source: ${source}` : '') + '.'),
  ]));
}
