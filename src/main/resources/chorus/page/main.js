// The page: listens, keeps, and draws what has changed, never for more than a small share of the time.
import {store, begin, ordered, add, moment, courses, chosen} from './store.js';
import {listen} from './stream.js';
import {lineFigures} from './lines.js';
import {ranks, lorenz, gains} from './spread.js';
import {tiles} from './tiles.js';
import {topology} from './topology.js';
import {definitions} from './definitions.js';
import {status} from './status.js';
import {explorer} from './explorer.js';
import {orders} from './orders.js';
import {element} from './words.js';

const by = id => document.getElementById(id);
const SHARE = 25; // of the time, drawing takes at most one in so many parts
const LEAST_MS = 500;

const figures = lineFigures();
figures.action.push(ranks());
figures.bias.unshift(lorenz());
figures.quality.push(gains());
const drawn = Object.values(figures).flat();
for (const [section, list] of Object.entries(figures)) by(section).append(...list.map(each => each.root));
const always = [tiles(by('tiles')), topology(by('topology'))];

explorer(by('explorer'));
const ordering = orders(by('orders'));

let waiting = 0;
let last = 0;
let took = 0;

function later() {
  if (waiting) return;
  const pause = Math.max(LEAST_MS, SHARE * took) - (performance.now() - last);
  waiting = setTimeout(() => requestAnimationFrame(draw), Math.max(0, pause));
}

function draw() {
  waiting = 0;
  const start = performance.now();
  if (store.run) {
    controls();
    always.forEach(each => each.draw());
    drawn.filter(each => each.seen).forEach(each => { each.draw(); each.stale = false; });
    drawn.filter(each => !each.seen).forEach(each => { each.stale = true; });
  }
  last = performance.now();
  took = last - start;
}

// a figure that nobody sees is drawn when it comes into sight
const watch = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const found = drawn.find(each => each.root === entry.target);
    found.seen = entry.isIntersecting;
    if (found.seen && found.stale) later();
  }
}, {rootMargin: '100px'});
drawn.forEach(each => watch.observe(each.root));

function controls() {
  const slider = by('at');
  const count = store.generations.length;
  by('empty').hidden = count > 0;
  slider.disabled = count < 2;
  slider.max = String(Math.max(0, count - 1));
  slider.value = String(Math.max(0, store.at));
  const row = chosen()?.row;
  by('at-number').textContent = row ? row.generation : '–';
  slider.setAttribute('aria-valuetext', row ? `generation ${row.generation}` : 'none yet');
  by('follow').checked = store.follow;
}

function look(at) {
  store.at = at;
  store.follow = at === store.generations.length - 1;
  later();
}

by('at').addEventListener('input', event => look(Number(event.target.value)));
by('follow').addEventListener('change', event => {
  store.follow = event.target.checked;
  if (store.follow) store.at = store.generations.length - 1;
  later();
});
by('course').addEventListener('change', event => {
  store.course = courses()[event.target.selectedIndex];
  later();
});
by('recommender').addEventListener('change', event => {
  store.recommender = event.target.value;
  later();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(each => each.chart.redraw()));

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
