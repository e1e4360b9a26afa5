// The page: listens, keeps, and draws what has changed.
import {store, begin, ordered, add, moment, courses} from './store.js';
import {listen} from './stream.js';
import {lineFigures} from './lines.js';
import {ranks, lorenz, gains} from './spread.js';
import {tiles} from './tiles.js';
import {topology} from './topology.js';
import {definitions} from './definitions.js';
import {status} from './status.js';
import {explorer} from './explorer.js';
import {orders} from './orders.js';
import {painter} from './painter.js';
import {slider} from './slider.js';
import {element} from './words.js';

const by = id => document.getElementById(id);

const figures = lineFigures();
figures.action.push(ranks());
figures.bias.unshift(lorenz());
figures.quality.push(gains());
const drawn = Object.values(figures).flat();
for (const [section, list] of Object.entries(figures)) by(section).append(...list.map(each => each.root));
const always = [tiles(by('tiles')), topology(by('topology'))];

explorer(by('explorer'));
const ordering = orders(by('orders'));

const at = slider('generation', () => later());
const later = painter(drawn, () => {
  at.draw();
  always.forEach(each => each.draw());
});

by('course').addEventListener('change', event => {
  store.course = courses()[event.target.selectedIndex];
  later();
});
by('recommender').addEventListener('change', event => {
  store.recommender = event.target.value;
  later();
});

function choices() {
  const all = courses();
  by('course').disabled = all.length < 2;
  by('course').replaceChildren(...(all.length ? all : [{label: 'no campaign'}]).map(each => element('option', {}, each.label)));
  by('course').selectedIndex = Math.max(0, all.findIndex(each => each.world === store.course?.world && each.campaign === store.course?.campaign));
  by('recommender-label').hidden = store.run.recommenders.length < 2;
  by('recommender').replaceChildren(...store.run.recommenders.map(name => element('option', {}, name)));
  by('recommender').value = store.recommender;
}

/** A world with the strategies of its campaigns. */
function told(world) {
  const strategies = store.run.campaigns.filter(each => world.campaigns.includes(each.name)).map(each => each.strategy);
  return world.name + (strategies.length > 0 ? ` (${strategies.join(', ')})` : '');
}

function about(run) {
  by('about').textContent = `${run.worlds.length} worlds: ${run.worlds.map(told).join(', ')}; seed ${run.randomSeed}`;
}

listen({
  connected: () => status.connected(),
  lost: why => status.lost(why),
  run(run) {
    begin(run);
    document.title = `${run.name} – Chorus`;
    by('name').textContent = run.name;
    about(run);
    by('foot').textContent = `Chorus ${run.version}. Shading: the epochs in which members join, hold and leave.`;
    choices();
    definitions(by('definitions'));
    status.begins(run);
    ordering.begins();
    later();
  },
  ordered(run) {
    ordered(run);
    ordering.refresh();
    about(run);
    choices();
    later();
  },
  generation(generation) {
    add(generation);
    if (store.run.live) ordering.generation();
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
