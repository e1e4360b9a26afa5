// Draws figures that are in sight, never for more than a small share of the time.
import {store} from './store.js';

const SHARE = 25; // of the time, drawing takes at most one in so many parts
const LEAST_MS = 500;

/**
 * Returns what asks for drawing, soon and once however often it is asked.
 *
 * @param drawn figures, of which those out of sight wait until they come into it
 * @param always is drawn before them
 */
export function painter(drawn, always) {
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
      always();
      drawn.filter(each => each.seen).forEach(each => { each.draw(); each.stale = false; });
      drawn.filter(each => !each.seen).forEach(each => { each.stale = true; });
    }
    last = performance.now();
    took = last - start;
  }

  const watch = new IntersectionObserver(entries => {
    for (const entry of entries) {
      const found = drawn.find(each => each.root === entry.target);
      found.seen = entry.isIntersecting;
      if (found.seen && found.stale) later();
    }
  }, {rootMargin: '100px'});
  drawn.forEach(each => watch.observe(each.root));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(each => each.chart.redraw()));
  return later;
}
