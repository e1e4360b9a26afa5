// Figures over the rounds, a line a world, or of the world that is chosen.
import {store, chosen} from './store.js';
import {Chart, frame, say, tellUndefined, around, colour, TWIN} from './charts.js';
import {number, percent, signed} from './words.js';

const PLACES = Array.from({length: 12}, (_, i) => i + 1);

/** Makes a world the one whose altruists are looked at: the rounds in which they may act are shaded as a campaign's are. */
export function choose(name) {
  store.world = name;
  store.run.campaigns = store.run.worlds.filter(world => world.name === name)
    .map(({begin, end}) => ({start: begin, join: 0, hold: end - begin, leave: 0, word: 'altruists'}));
  return name;
}

const GAIN = [
  {id: 'minority', title: 'Welfare of the minority', unit: 'Σ r*', definition: 'minority', format: number,
    meaning: 'What their picks are truly worth to the minority, all of them together; dashed, the twin without altruists.'},
  {id: 'majority', title: 'Welfare of the majority', unit: 'Σ r*', definition: 'majority', format: number, scale: {range: around},
    meaning: 'The same over the majority; below the dashed line the majority pays for it.'},
  {id: 'ideal', title: 'Minority ÷ ideal', unit: '% of the most that it could have', definition: 'minority_ideal', format: percent, axis: percent,
    meaning: 'At 100 % each of the minority is given what she would love most.'},
];

const PLATFORM = [
  {id: 'k', title: 'k*', unit: 'directions kept', definition: 'k', format: number,
    meaning: 'How many directions of taste the platform keeps: those above its tolerance.'},
];

const ALTRUISTS = [
  {id: 'members', title: 'Members', unit: 'users', definition: 'members', format: number, acting: true,
    meaning: 'How many took part in the round.'},
  {id: 'belief', title: 'Belief', unit: 'that it helps', definition: 'belief', format: number, acting: true,
    meaning: 'Follows what the minority has gained beside the twin; who is less altruistic than the cost ÷ belief stays away.'},
];

const LOSS = {id: 'loss', title: 'Loss', unit: 'Σ of what is lost', definition: 'loss', format: number, acting: true,
  meaning: 'What users lose beside themselves in the twin, gains not set against it.'};

const CHANGE = {id: 'change', title: 'Majority beside the twin', unit: 'difference', definition: 'majority_change', format: signed, acting: true,
  meaning: 'The welfare of the majority less that of the twin’s in the same round.'};

const over = (world, name) => store.generations.map(each => each.worlds[world]?.[name] ?? null);

/** A line a world; the twin has none where there is nothing to tell of it. */
function ofWorlds(given) {
  let next = 0;
  return store.run.worlds.map(world => ({
    label: world.name, colour: world.altruists ? colour(next++) : TWIN, dashed: !world.altruists,
    values: over(world.name, given.definition), twin: !world.altruists,
  })).filter(line => !given.acting || !line.twin);
}

const ofGroups = () => [['harmed_members', 'members'], ['harmed_majority', 'others of the majority'], ['harmed_minority', 'minority']]
  .map(([name, label], i) => ({label, colour: colour(i), values: over(store.world, name)}));

// the band is between the first two
const ofBand = () => [['eta_high', 'high', 2], ['eta_low', 'low', 3], ['eta', 'η', 0]]
  .map(([name, label, i]) => ({label, colour: colour(i), dashed: name !== 'eta', values: over(store.world, name)}));

/** A figure over the rounds: {root, draw, chart}. */
function drawn(given, linesOf, bands = []) {
  const parts = frame(given);
  const axis = given.axis ? {values: (_, ticks) => ticks.map(given.axis)} : {};
  const chart = new Chart(parts, {generations: true, y: {scale: given.scale, axis}, bands});
  return {
    root: parts.root,
    chart,
    draw() {
      const lines = linesOf(given);
      lines.forEach(each => { each.now = chosen() ? each.values[store.at] : null; });
      say(parts, lines, given.format);
      tellUndefined(parts, lines.some(each => each.values.some(value => value !== null)) ? null : given.none ?? 'undefined so far');
      chart.draw(store.generations.map(each => each.row.generation), lines);
    },
  };
}

/** The singular values of the round that is looked at, and the tolerance of each world. */
function spectrum() {
  const parts = frame({id: 'spectrum', title: 'Spectrum against the tolerance', unit: 'singular values', definition: 'tolerance',
    meaning: 'σ₁ … σ₁₂ of what the platform has completed, in this round; what lies above the dashed line a is kept. Altruists lift one more over it.'});
  const chart = new Chart(parts, {});
  return {
    root: parts.root,
    chart,
    draw() {
      let next = 0;
      const lines = store.run.worlds.flatMap(world => {
        const figures = chosen()?.worlds[world.name] ?? {};
        const shade = world.altruists ? colour(next++) : TWIN;
        const a = figures.tolerance ?? null;
        return [
          {label: `σ₁ in ${world.name}`, colour: shade, values: PLACES.map(place => figures['sigma_' + place] ?? null), now: figures.sigma_1 ?? null},
          {label: `a in ${world.name}`, colour: shade, dashed: true, values: PLACES.map(() => a), now: a},
        ];
      });
      say(parts, lines, number);
      tellUndefined(parts, chosen() ? null : 'undefined so far');
      chart.draw(PLACES, lines);
    },
  };
}

export const roundFigures = () => ({
  gain: GAIN.map(given => drawn(given, ofWorlds)),
  platform: [spectrum(), ...PLATFORM.map(given => drawn(given, ofWorlds))],
  altruists: [
    drawn({id: 'eta', title: 'η in its band', unit: 'rating', definition: 'eta', format: number, none: 'undefined: no value works',
      meaning: 'What a member says of a promoted item, in the chosen world: above low one more direction is kept, below high she keeps her own best.'},
    ofBand, [{series: [1, 2], opacity: 0.14}]),
    ...ALTRUISTS.map(given => drawn(given, ofWorlds)),
  ],
  harm: [
    drawn({id: 'harmed', title: 'Harmed', unit: 'users', definition: 'harmed', format: number,
      meaning: 'Users whose pick is worth more than 0.05 less to them than the twin’s in the same round, in the chosen world.'}, ofGroups),
    drawn(LOSS, ofWorlds),
    drawn(CHANGE, ofWorlds),
  ],
});
