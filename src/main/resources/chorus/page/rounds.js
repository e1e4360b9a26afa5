// The page of rounds: listens, keeps, and draws what has changed.
import {store, begin, add, moment} from './store.js';
import {listen} from './stream.js';
import {roundFigures, choose} from './round-figures.js';
import {roundTiles, definitions} from './round-words.js';
import {painter} from './painter.js';
import {slider} from './slider.js';
import {status} from './status.js';
import {element, number} from './words.js';

const by = id => document.getElementById(id);

const figures = roundFigures();
const drawn = Object.values(figures).flat();
for (const [section, list] of Object.entries(figures)) by(section).append(...list.map(each => each.root));
const tiles = roundTiles(by('tiles'));
const at = slider('round', () => later());
const later = painter(drawn, () => {
  at.draw();
  tiles.draw();
});

by('world').addEventListener('change', event => {
  choose(event.target.value);
  later();
});

/** The run as the store has it: a round is its generation, and it has neither recommenders nor campaigns. */
function kept(run) {
  return {
    ...run,
    kept: 'the run is complete; its numbers are in rounds.csv',
    recommenders: [],
    worlds: run.worlds.map(world => ({...world, campaigns: []})),
    campaigns: [],
  };
}

function choices(run) {
  const acting = run.worlds.filter(world => world.altruists).map(world => world.name);
  by('world').disabled = acting.length < 2;
  by('world').replaceChildren(...(acting.length ? acting : ['none']).map(name => element('option', {}, name)));
  by('world').value = choose(acting.includes(store.world) ? store.world : acting[0] ?? '');
}

listen({
  connected: () => status.connected(),
  lost: why => status.lost(why),
  run(run) {
    begin(kept(run));
    document.title = `${run.name} – Chorus`;
    by('name').textContent = run.name;
    by('about').textContent = `${number(run.users)} users, ${number(run.minorityUsers)} of them a minority; ${number(run.items)} items, `
      + `${number(run.minorityItems)} of them the minority's; ${run.rounds} rounds; worlds: ${run.worlds.map(world => world.name).join(', ')}; seed ${run.randomSeed}`;
    by('foot').textContent = `Chorus ${run.version}. Shading: the rounds in which altruists of the chosen world may take part.`;
    choices(run);
    definitions(by('definitions'));
    status.begins(run);
    later();
  },
  ordered(run) {
    store.run = kept(run);
    choices(run);
    later();
  },
  round(told) {
    add({row: {generation: told.round}, ...told});
    later();
  },
  moment(now) {
    moment(now);
    status.moment(now);
    later();
  },
  ended(how) {
    store.ended = how;
    status.ended(how);
    later();
  },
});
