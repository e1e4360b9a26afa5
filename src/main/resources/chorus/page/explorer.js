// A playlist continued in all worlds side by side, with what differs and why.
import {store} from './store.js';
import {element, percent, number} from './words.js';
import {track as name} from './tracks.js';

function mark(entry, isTwin) {
  const said = entry.targetOf.length > 0 ? [`target of ${entry.targetOf.join(', ')}`] : [];
  if (!isTwin && entry.inTwin === 0) said.push('not in the twin');
  else if (!isTwin && entry.inTwin !== entry.rank) said.push(`twin: ${entry.inTwin}`);
  return said.join(', ');
}

function reason(each, whole, seeds) {
  const seed = seeds.get(each.seed);
  const counts = each.pooled
    ? 'rare or unseen: by the pooled row, what follows rare tracks'
    : `followed ${number(each.after)}×, ${number(each.next)}× at once; preceded ${number(each.before)}×`;
  return element('li', {}, `${percent(each.part / whole)} by ${name(seed)}: ${counts}`);
}

function entry(each, isTwin, seeds) {
  const whole = each.reasons.reduce((sum, part) => sum + part.part, 0);
  const why = each.reasons.length > 0 ? each.reasons.map(part => reason(part, whole, seeds)) : [element('li', {}, 'this model has no counts to tell of')];
  const marked = mark(each, isTwin);
  const item = element('li', {}, element('details', {},
    element('summary', {}, name(each.track) + ' ', element('span', {class: 'mark'}, marked)), element('ul', {}, ...why)));
  if (each.targetOf.length > 0) item.className = 'target';
  else if (marked) item.className = 'other';
  return item;
}

function column(world, seeds) {
  const isTwin = world.campaigns.length === 0;
  return element('div', {'data-world': world.world},
    element('h3', {}, world.world + (isTwin && world.world !== 'twin' ? ' (twin)' : '')),
    world.list.length > 0 ? element('ol', {}, ...world.list.map(each => entry(each, isTwin, seeds))) : element('p', {}, 'nothing: no track has a score above 0'));
}

export function explorer(form) {
  const says = form.querySelector('#explorer-says');
  const lists = form.querySelector('#lists');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    says.textContent = 'asking …';
    const asked = new URLSearchParams({seed: form.seed.value, recommender: store.recommender});
    try {
      const reply = await fetch('/continue?' + asked);
      if (!reply.ok) {
        says.textContent = await reply.text();
        lists.replaceChildren();
        return;
      }
      const answer = await reply.json();
      const seeds = new Map(answer.seed.map(track => [track.track, track]));
      says.textContent = `Generation ${answer.generation}, ${answer.recommender}, after ${answer.seed.map(name).join(', ')}`;
      lists.replaceChildren(...answer.worlds.map(world => column(world, seeds)));
    } catch (fault) {
      says.textContent = 'the process does not answer: ' + fault.message;
    }
  });
}
