// How the run and the way to it are, in words.
import {store} from './store.js';

const box = document.getElementById('status');
const state = document.getElementById('state');
const detail = document.getElementById('detail');

function say(name, more = '') {
  box.dataset.state = name;
  if (state.textContent !== name) state.textContent = name;
  if (detail.textContent !== more) detail.textContent = more;
}

export const status = {
  connected() {
    if (!store.ended) say(store.run ? 'running' : 'connecting');
  },
  begins(run) {
    if (run.live) say('starting');
    else say('shown', 'from the files of the run');
  },
  moment(now) {
    if (store.ended) return;
    const parts = Object.entries(now.parts);
    const failed = parts.find(([, part]) => part.state === 'failed');
    const standing = parts.find(([, part]) => part.state === 'standing');
    const starting = parts.find(([, part]) => part.state === 'starting');
    if (failed) say('failed', `${failed[0]}: ${failed[1].detail}`);
    else if (standing) say('waiting', `${standing[0]}: ${standing[1].detail}`);
    else if (starting) say('starting', `${starting[0]} ${starting[1].detail === 'REBALANCING' ? 'restores its state or shares its work' : starting[1].detail.toLowerCase()}`);
    else say('running');
  },
  ended(how) {
    if (!store.run.live) say('shown', 'from the files of the run');
    else if (how.done) say('ended', store.run.kept ?? 'the run is complete; ./chorus show opens it again');
    else say('ended', 'the run was stopped; the same command goes on');
  },
  lost(why) {
    if (!store.ended) say('disconnected', why);
  },
};
