// Line charts by uPlot: lines a world, phases of campaigns shaded, a mark at the generation that is looked at.
import uPlot from '/library/uPlot.esm.js';
import {store, chosen} from './store.js';
import {css, element, number} from './words.js';

const HEIGHT = 220;
// generations are whole numbers
const WHOLE = [1, 2, 5].flatMap(each => [each, 10 * each, 100 * each, 1000 * each, 10000 * each]).sort((a, b) => a - b);
const PALETTE = ['--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--c6'];

export const colour = index => PALETTE[index % PALETTE.length];
export const TWIN = '--twin';

/** A figure's frame: its name, unit and meaning, where it is defined, its plot and what it says now. */
export function frame(figure) {
  const caption = element('figcaption');
  const plot = element('div', {class: 'plot', role: 'img', 'aria-label': figure.title});
  const undefined_ = element('p', {class: 'undefined', hidden: ''});
  plot.append(undefined_);
  const root = element('figure', {id: 'figure-' + figure.id},
    element('h3', {}, figure.title + ' ', element('span', {class: 'unit'}, figure.unit ? `(${figure.unit})` : '')),
    element('p', {}, figure.meaning + ' ', element('a', {href: '#def-' + figure.definition, 'aria-label': 'Definition of ' + figure.title}, 'Definition')),
    plot, caption);
  return {root, plot, caption, undefined_};
}

/** Writes what the lines say at the chosen generation, for those who do not look at curves. */
export function say(parts, lines, format) {
  const said = lines.filter(line => line.label).map(line => {
    const mark = element('i', line.dashed ? {class: 'dashed'} : {});
    mark.style.borderTopColor = `var(${line.colour})`;
    return element('span', {'data-line': line.label}, mark, `${line.label}: ${format(line.now)}`);
  });
  parts.caption.replaceChildren(...said);
}

export function tellUndefined(parts, why) {
  parts.undefined_.hidden = !why;
  parts.undefined_.textContent = why ?? '';
}

/** A chart that draws itself anew with other data; made again only where its lines are others. */
export class Chart {
  constructor(parts, options = {}) {
    this.parts = parts;
    this.options = options;
    this.key = '';
    this.width = 0;
    new ResizeObserver(() => this.fit()).observe(parts.plot);
  }

  /** @param lines of {label, colour, dashed, width, values, paths} */
  draw(x, lines) {
    const key = JSON.stringify(lines.map(line => [line.label, line.colour, line.dashed]));
    const data = [x, ...lines.map(line => line.values)];
    if (this.plot && key === this.key) {
      this.plot.setData(data);
    } else {
      this.plot?.destroy();
      this.plot = new uPlot(this.described(lines), data, this.parts.plot);
      this.key = key;
    }
    this.parts.root.plot = this.plot;
  }

  described(lines) {
    const {x = {}, y = {}, bands = [], hooks = {}} = this.options;
    const axis = {stroke: () => css('--soft'), grid: {stroke: () => css('--line'), width: 1}, ticks: {stroke: () => css('--line'), width: 1}, font: '12px system-ui, sans-serif'};
    return {
      width: Math.max(200, this.parts.plot.clientWidth),
      height: HEIGHT,
      legend: {show: false},
      cursor: {drag: {x: false, y: false}, points: {show: false}},
      scales: {x: {time: false, ...x.scale}, y: {range: fromZero, ...y.scale}},
      axes: [{...axis, incrs: WHOLE, ...x.axis}, {...axis, size: 62, values: (_, ticks) => ticks.map(number), ...y.axis}],
      series: [{}, ...lines.map(line => ({
        label: line.label,
        stroke: () => line.width === 0 ? 'transparent' : css(line.colour),
        fill: line.fill ? () => css(line.colour) : undefined,
        width: line.width ?? 2,
        dash: line.dashed ? [6, 4] : undefined,
        points: {show: line.width === 0 ? false : plot => plot.data[0].length < 3},
        paths: line.paths,
        spanGaps: false,
      }))],
      bands: bands.map(band => ({series: band.series, fill: () => `rgb(${css('--phase')} / ${band.opacity})`})),
      hooks: {drawClear: [plot => shade(plot, this.options)], draw: [plot => mark(plot, this.options), ...(hooks.draw ?? [])]},
    };
  }

  fit() {
    const width = this.parts.plot.clientWidth;
    if (this.plot && width > 0 && width !== this.width) {
      this.width = width;
      this.plot.setSize({width, height: HEIGHT});
    }
  }

  redraw() {
    this.plot?.redraw(false);
  }
}

function fromZero(plot, low, high) {
  if (low === null || high === null) return [0, 1];
  const most = Math.max(0, high), least = Math.min(0, low);
  const room = (most - least || 1) * 0.08;
  return [least < 0 ? least - room : 0, most > 0 || least === 0 ? most + room : 0];
}

/** A range around what there is, for figures that are never near 0. */
export function around(plot, low, high) {
  if (low === null || high === null) return [0, 1];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  return [low - room, high + room];
}

/** The phases of campaigns, each distinct one once: the more of its members hold a plant, the darker. */
export function phases() {
  const seen = new Map();
  for (const {start, join, hold, leave, word = 'hold'} of store.run.campaigns) {
    seen.set([start, join, hold, leave].join(), [
      {name: 'join', from: start, to: start + join, opacity: 0.07},
      {name: word, from: start + join, to: start + join + hold, opacity: 0.14},
      {name: 'leave', from: start + join + hold, to: start + join + hold + leave, opacity: 0.07},
    ]);
  }
  return [...seen.values()].flat().filter(phase => phase.to > phase.from);
}

function shade(plot, options) {
  if (!options.generations || !store.run) return;
  const {ctx, bbox} = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const all = phases();
  for (const phase of all) {
    const from = plot.valToPos(phase.from - 0.5, 'x', true), to = plot.valToPos(phase.to - 0.5, 'x', true);
    ctx.fillStyle = `rgb(${css('--phase')} / ${phase.opacity})`;
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
    if (all.length <= 3) {
      ctx.fillStyle = css('--soft');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
      if (to - from > ctx.measureText(phase.name).width) ctx.fillText(phase.name, from + 3, bbox.top + 12 * devicePixelRatio);
    }
  }
  ctx.restore();
}

function mark(plot, options) {
  if (!options.generations || store.follow || !chosen()) return;
  const {ctx, bbox} = plot;
  const at = plot.valToPos(chosen().row.generation, 'x', true);
  ctx.save();
  ctx.setLineDash([]);
  ctx.strokeStyle = css('--ink');
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(at, bbox.top);
  ctx.lineTo(at, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

export const bars = () => uPlot.paths.bars({size: [0.7, 60]});
