// The stream as a drawing: what flows where, with records a second on the arrows.
import {store, rate} from './store.js';
import {element, number} from './words.js';

const NS = 'http://www.w3.org/2000/svg';
const BOXES = [
  {id: 'listeners', x: 10, y: 90, text: 'listeners'},
  {id: 'edits', x: 170, y: 90, text: 'playlist-edits', topic: true},
  {id: 'playlists-step', x: 330, y: 90, text: 'playlists'},
  {id: 'deltas', x: 490, y: 90, text: 'deltas', topic: true},
  {id: 'counts', x: 650, y: 90, text: 'counts'},
  {id: 'neighbours', x: 810, y: 40, text: 'neighbours', topic: true},
  {id: 'track-counts', x: 810, y: 140, text: 'track-counts', topic: true},
  {id: 'refused', x: 330, y: 10, text: 'edits-refused', topic: true},
  {id: 'playlists', x: 490, y: 190, text: 'held-out lists', topic: true},
  {id: 'trainer', x: 970, y: 190, text: 'trainer'},
];
const WIDTH = 110, HEIGHT = 36;

const topic = (name, way) => moment => moment.topics[name]?.[way];
const ARROWS = [
  {from: 'listeners', to: 'edits', total: moment => moment.counts.written, unit: 'edits written'},
  {from: 'edits', to: 'playlists-step', total: topic('playlist-edits', 'read'), unit: 'edits read'},
  {from: 'playlists-step', to: 'deltas', total: topic('deltas-repartition', 'written'), unit: 'batches of deltas written'},
  {from: 'deltas', to: 'counts', total: topic('deltas-repartition', 'read'), unit: 'batches of deltas read'},
  {from: 'counts', to: 'neighbours', total: topic('neighbours', 'written'), unit: 'rows of pair counts written'},
  {from: 'counts', to: 'track-counts', total: topic('track-counts', 'written'), unit: 'track counts written'},
  {from: 'playlists-step', to: 'refused', total: topic('edits-refused', 'written'), unit: 'records refused'},
  {from: 'playlists-step', to: 'playlists', total: topic('playlists', 'written'), unit: 'held-out playlists written'},
  {from: 'neighbours', to: 'trainer'},
  {from: 'track-counts', to: 'trainer'},
  {from: 'playlists', to: 'trainer'},
];

function svg(name, attributes, text) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

const box = id => BOXES.find(each => each.id === id);

function ends({from, to}) {
  const a = box(from), b = box(to);
  if (a.x === b.x) return b.y < a.y ? [a.x + WIDTH / 2, a.y, b.x + WIDTH / 2, b.y + HEIGHT] : [a.x + WIDTH / 2, a.y + HEIGHT, b.x + WIDTH / 2, b.y];
  return [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
}

export function topology(root) {
  const drawing = svg('svg', {viewBox: '0 0 1090 240', 'aria-hidden': 'true'});
  const marker = svg('marker', {id: 'tip', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse'});
  marker.append(svg('path', {d: 'M0 0L8 4L0 8Z'}));
  drawing.append(marker);
  const body = element('tbody');
  const arrows = ARROWS.map(arrow => {
    const [x1, y1, x2, y2] = ends(arrow);
    const path = svg('path', {d: `M${x1} ${y1}L${x2} ${y2}`, 'marker-end': 'url(#tip)'});
    const text = svg('text', {class: 'rate', x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 7 + (y2 > y1 ? -4 : 0)});
    drawing.append(path, text);
    const cell = element('td');
    if (arrow.unit) body.append(element('tr', {}, element('th', {scope: 'row'}, `${box(arrow.from).text} → ${box(arrow.to).text}: ${arrow.unit}`), cell));
    return {arrow, path, text, cell};
  });
  for (const each of BOXES) {
    drawing.append(svg('rect', {class: each.topic ? 'box topic' : 'box', x: each.x, y: each.y, width: WIDTH, height: HEIGHT, rx: each.topic ? 16 : 4}));
    drawing.append(svg('text', {x: each.x + WIDTH / 2, y: each.y + HEIGHT / 2 + 5}, each.text));
  }
  const table = element('table', {}, element('caption', {}, 'Records a second'), body);
  root.append(element('h3', {}, 'The topology'),
    element('p', {}, 'Records a second on each arrow, between the last two seconds: topics are rounded, steps are square. ', element('a', {href: '#def-rates'}, 'Definition')),
    drawing, table);
  return {
    draw() {
      for (const {arrow, path, text, cell} of arrows) {
        const now = arrow.total ? rate(arrow.total) : null;
        path.classList.toggle('flows', now > 0);
        text.textContent = now === null ? '' : number(now) + '/s';
        cell.textContent = now === null ? 'undefined' : number(now) + ' /s';
      }
      root.dataset.known = String(Boolean(store.moment && Object.keys(store.moment.topics).length));
    },
  };
}
