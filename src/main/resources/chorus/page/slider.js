// Which generation or round is looked at.
import {store, chosen} from './store.js';

const by = id => document.getElementById(id);

/** @param word what it goes through, one of them */
export function slider(word, changed) {
  function look(at) {
    store.at = at;
    store.follow = at === store.generations.length - 1;
    changed();
  }

  by('at').addEventListener('input', event => look(Number(event.target.value)));
  by('follow').addEventListener('change', event => {
    store.follow = event.target.checked;
    if (store.follow) store.at = store.generations.length - 1;
    changed();
  });
  return {
    draw() {
      const count = store.generations.length;
      by('empty').hidden = count > 0;
      by('at').disabled = count < 2;
      by('at').max = String(Math.max(0, count - 1));
      by('at').value = String(Math.max(0, store.at));
      const row = chosen()?.row;
      by('at-number').textContent = row ? row.generation : '–';
      by('at').setAttribute('aria-valuetext', row ? `${word} ${row.generation}` : 'none yet');
      by('follow').checked = store.follow;
    },
  };
}
