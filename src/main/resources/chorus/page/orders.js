// Campaigns on command: a form, what it would plant where before it is sent, what stands, and what became of each order.
import {element, number} from './words.js';
import {track} from './tracks.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const SHARES = {full: undefined, own: 'own', tenth: {sample: 0.1}, hundredth: {sample: 0.01}};
const FREE = ''; // the first world without a campaign
const NEW = '+'; // a spare world, named as the campaign

const numbers = text => text.trim() ? text.split(',').map(Number) : undefined;

/** The keys of an order as the form has them; what was left empty is not said. */
function wanted(form) {
  const text = form.aim.value.trim();
  const [from, to] = text.split('-').map(Number);
  const target = {new: {new: text || form.campaign.value.trim()}, uri: {uri: text}, rank: {rank: [from, to ?? from]}}[form.kind.value];
  const strategy = form.strategy.value.startsWith('{') ? JSON.parse(form.strategy.value) : form.strategy.value;
  return {
    campaign: form.campaign.value.trim(), strategy, [form.size.value]: Number(form.amount.value), target,
    knowledge: SHARES[form.knowledge.value], join: numbers(form.join.value),
    hold: form.hold.value ? Number(form.hold.value) : undefined, leave: numbers(form.leave.value),
    world: {[FREE]: undefined, [NEW]: form.campaign.value.trim()}[form.world.value] ?? (form.world.value || undefined),
  };
}

/** A playlist around the place of the plant. */
function example({playlist, index, tracks}, target) {
  const from = Math.max(0, index - 2);
  const near = tracks.slice(from, index + 2).map(each => element('li', {}, track(each)));
  near.splice(index - from, 0, element('li', {class: 'target'}, target));
  return element('li', {}, `playlist ${playlist}, at place ${index + 1} of ${tracks.length + 1}`,
    element('ol', {start: from + 1}, ...near));
}

export function orders(section) {
  const form = section.querySelector('form');
  const says = section.querySelector('#order-says');
  const part = name => section.querySelector('#' + name);
  let waiting = true; // for what the next generation brings
  let asking = false;
  let again = false;

  async function ask(path, body) {
    const headers = {'Content-Type': 'application/json'};
    if (form.token.value) headers.Authorization = 'Bearer ' + form.token.value;
    const reply = await fetch(path, body === undefined ? {} : {method: 'POST', headers, body: JSON.stringify(body)});
    if (!reply.ok) throw Object.assign(new Error(await reply.text()), {status: reply.status});
    return reply.json();
  }

  /** Does something, and says why it could not. */
  async function attempt(deed) {
    try {
      await deed();
    } catch (fault) {
      says.textContent = fault.message.replace(/^body:(\d+:)? /, '');
    }
  }

  /** Asks how it stands, once at a time; who comes meanwhile is answered by one more question. */
  async function refresh() {
    again = true;
    if (asking) return;
    asking = true;
    while (again) {
      again = false;
      try {
        stands(await ask('/campaigns'));
        section.hidden = false;
      } catch (fault) {
        // a process that takes no orders is not asked again; one that cannot tell now is, when a generation comes
        waiting = fault.status !== 404;
        section.hidden = section.hidden || fault.status === 404;
      }
    }
    asking = false;
  }

  function stands(told) {
    waiting = told.orders.some(each => each.state === 'waiting');
    const chosen = form.world.value;
    form.world.replaceChildren(element('option', {value: FREE}, 'the first that is free'),
      ...(told.spareWorlds > 0 ? [element('option', {value: NEW}, 'a new one, named alike')] : []),
      ...told.worlds.filter(each => !each.twin).map(each => element('option', {value: each.name}, each.name)));
    form.world.value = [...form.world.options].some(each => each.value === chosen) ? chosen : FREE;
    part('campaigns').replaceChildren(...told.campaigns.map(each => standing(each, told.worlds)));
    part('told').replaceChildren(...told.orders.slice(-8).reverse().map(each => element('li', {'data-state': each.state},
      `${each.told}: ${each.state}${each.epoch === undefined ? '' : `, from epoch ${each.epoch} on`}${each.reason ? `, ${each.reason}` : ''}`)));
    part('none').hidden = told.orders.length > 0;
  }

  function standing(campaign, worlds) {
    const end = element('button', {type: 'button', 'aria-label': `End ${campaign.campaign}`}, 'End');
    end.addEventListener('click', () => attempt(async () => {
      await ask(`/campaigns/${encodeURIComponent(campaign.campaign)}/end`, {plants: form.stay.checked ? 'stay' : 'back'});
      says.textContent = `the end of ${campaign.campaign} is ordered`;
      await refresh();
    }));
    const places = worlds.filter(each => each.campaigns.includes(campaign.campaign)).map(each => each.name).join(', ');
    return element('tr', {'data-campaign': campaign.campaign}, ...[campaign.campaign, campaign.strategy, places, number(campaign.start)]
      .map(text => element('td', {}, text)), element('td', {}, campaign.ends || end));
  }

  form.preview.addEventListener('click', () => attempt(async () => {
    if (!form.reportValidity()) return;
    says.textContent = 'drawing …';
    const order = wanted(form);
    const shown = await ask('/campaigns/preview', form.world.value === NEW ? {...order, newWorld: order.world} : order);
    const target = shown.targets.map(track).join(', ');
    says.textContent = `From epoch ${shown.epoch} on, ${shown.members} members in all, in ${shown.world}${form.world.value === NEW ? ', a world of its own' : ''}. Of them:`;
    part('examples').replaceChildren(...shown.examples.map(each => example(each, target)));
  }));

  form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      const order = wanted(form);
      if (form.world.value === NEW) await ask('/worlds', {world: order.campaign});
      await ask('/campaigns', order);
      says.textContent = `${order.campaign} is ordered: the next generation tells what becomes of it`;
      part('examples').replaceChildren();
      await refresh();
    });
  });

  const hints = {new: 'its name, else the campaign’s', uri: 'type a part of its name, or its URI', rank: 'from-to, 1 the most frequent'};
  const kind = () => {
    form.aim.placeholder = hints[form.kind.value];
    form.aim.required = form.kind.value !== 'new';
    form.aim.pattern = form.kind.value === 'rank' ? '\\d+(-\\d+)?' : '.*';
  };
  form.kind.addEventListener('change', kind);
  kind();

  /** Tracks that are meant, the most frequent first; an empty field shows those of all. */
  async function offer() {
    if (form.kind.value !== 'uri') return;
    try {
      const {tracks} = await ask('/tracks?' + new URLSearchParams({find: form.aim.value.trim()}));
      part('found').replaceChildren(...tracks.map(each => element('option', {value: each.track.uri},
        `${track(each.track)}, in ${number(each.playlists)} playlists, rank ${number(each.rank)}`)));
    } catch (fault) {
      says.textContent = fault.message;
    }
  }
  form.aim.addEventListener('input', offer);
  form.aim.addEventListener('focus', offer);

  part('token').hidden = LOOPBACK.includes(location.hostname);
  return {
    refresh,
    /** Another life of the process: nothing is known of its orders. */
    begins: () => { waiting = true; },
    /** A generation has come: what waited may be decided. */
    generation: () => waiting ? refresh() : undefined,
  };
}
