// Figures over the generations, a line a world.
import {store, courses, line, twin, chosen} from './store.js';
import {Chart, frame, say, tellUndefined, around, colour, TWIN} from './charts.js';
import {number, percent, signed} from './words.js';

const share = each => each.tests > 0 ? each.hits / each.tests : null;
const figure = name => each => each.figures[name] ?? null;

const COLLECTIVE = [
  {id: 'hits', title: 'Share of tests hit', unit: '% of test playlists', definition: 'success_rate', format: percent,
    meaning: 'How many test playlists get the target among their first K recommendations; dashed, the most that any target has in the twin.',
    of: share, withTwin: true, axis: percent},
  {id: 'amplification', title: 'Amplification', unit: '×', definition: 'amplification_per_playlist', format: number,
    meaning: 'What the collective gains beside the twin, for each unit of effort: the gain in the share of tests hit ÷ the share of playlists that hold a plant.',
    of: figure('amplification_per_playlist'), none: 'undefined: nobody holds a plant'},
];

const WORLDS = [
  {id: 'gini', title: 'Gini', unit: '0 equal … 1 one track alone', definition: 'gini_tracks', format: number, of: figure('gini_tracks'),
    meaning: 'How unevenly recommendations fall on the tracks of the catalogue.'},
  {id: 'arp', title: 'Average popularity of recommendations', unit: 'training playlists', definition: 'arp', format: number, of: figure('arp'),
    meaning: 'In how many training playlists a recommended track stands, on average: ARP.'},
  {id: 'aplt', title: 'Long tail in the lists', unit: '% of recommendations', definition: 'aplt', format: percent, of: figure('aplt'), axis: percent,
    meaning: 'Which share of a list is of tracks that are not among the popular ones, on average: APLT.'},
  {id: 'coverage', title: 'Coverage', unit: '% of tracks', definition: 'coverage', format: percent, of: figure('coverage'), axis: percent,
    meaning: 'Which share of the catalogue is recommended to anybody.'},
];

const AGAINST_TWIN = [
  {id: 'ndcg', title: 'NDCG beside the twin', unit: 'difference', definition: 'ndcg', format: signed, of: figure('ndcg'),
    meaning: 'How well the lists foretell the held-out tracks, less the same in the twin; below 0 the campaign costs everybody.'},
  {id: 'r-precision', title: 'R-precision beside the twin', unit: 'difference', definition: 'r_precision', format: signed, of: figure('r_precision'),
    meaning: 'The share of the held-out tracks found among the first K, less the same in the twin.'},
  {id: 'clicks', title: 'Clicks beside the twin', unit: 'pages of ten', definition: 'clicks', format: signed, of: figure('clicks'),
    meaning: 'How many further pages somebody turns before the first track they want, less the same in the twin; above 0 it takes longer.'},
];

function over(given, course) {
  return store.generations.map(each => {
    const found = line(each, course.world, course.campaign);
    return found ? given(found) : null;
  });
}

function collective(given) {
  const lines = courses().map((course, i) => ({label: course.label, colour: colour(i), values: over(given.of, course)}));
  if (given.withTwin && lines.length > 0) {
    const own = store.generations.map(each => {
      const shares = each.lines.filter(row => row.world === twin() && row.recommender === store.recommender).map(given.of).filter(value => value !== null);
      return shares.length > 0 ? Math.max(...shares) : null;
    });
    lines.push({label: 'twin', colour: TWIN, dashed: true, values: own});
  }
  return lines;
}

function worlds(given) {
  let next = 0;
  return store.run.worlds.map(world => {
    const isTwin = world.campaigns.length === 0;
    return {label: world.name, colour: isTwin ? TWIN : colour(next++), dashed: isTwin, values: over(given.of, {world: world.name})};
  });
}

function againstTwin(given) {
  const base = over(given.of, {world: twin()});
  return store.run.worlds.filter(world => world.campaigns.length > 0).map((world, i) => ({
    label: world.name, colour: colour(i),
    values: over(given.of, {world: world.name}).map((value, at) => value === null || base[at] === null ? null : value - base[at]),
  }));
}

/** A figure that draws itself: {root, draw, chart}. */
function drawn(given, linesOf, scale) {
  const parts = frame(given);
  const axis = given.axis ? {values: (_, ticks) => ticks.map(given.axis)} : {};
  const chart = new Chart(parts, {generations: true, y: {scale, axis}});
  return {
    root: parts.root,
    chart,
    draw() {
      const lines = linesOf(given);
      lines.forEach(each => { each.now = chosen() ? each.values[store.at] : null; });
      say(parts, lines, given.format);
      const nothing = !lines.some(each => each.values.some(value => value !== null));
      tellUndefined(parts, nothing ? given.none ?? 'undefined so far' : null);
      chart.draw(store.generations.map(each => each.row.generation), lines);
    },
  };
}

export const lineFigures = () => ({
  action: COLLECTIVE.map(given => drawn(given, collective)),
  bias: WORLDS.map(given => drawn(given, worlds, {range: around})),
  quality: AGAINST_TWIN.map(given => drawn(given, againstTwin)),
});
