// How figures are spread: the target's rank as bands, the Lorenz curve, gains by popularity.
import {store, line, twin, chosen, first} from './store.js';
import {Chart, frame, say, tellUndefined, bars, colour, TWIN} from './charts.js';
import {css, number, percent, signed} from './words.js';

const QUANTILES = [90, 75, 50, 25, 10, 5];
const BEYOND = 1.5;

/** The target's rank in the test lists, with K as the line to cross. */
export function ranks() {
  const parts = frame({id: 'ranks', title: "The target's rank", unit: 'rank ÷ K', definition: 'target_rank_p50',
    meaning: 'Where the target stands in the test lists of the chosen world. At the line K or below it is recommended. Bands: from the best 5 % of the tests to 90 %, 10–75 %; the line is the median. What reaches the upper edge is not in the list.'});
  const chart = new Chart(parts, {
    generations: true,
    y: {scale: {distr: 3, range: (_, low, high) => [Math.min(0.5, low ?? 0.5), Math.max(2, high ?? 2)]}, axis: {values: (_, ticks) => ticks.map(tick => tick === null ? null : number(tick))}},
    bands: [{series: [1, 6], opacity: 0.16}, {series: [2, 5], opacity: 0.22}],
    hooks: {draw: [atK]},
  });
  return {
    root: parts.root,
    chart,
    draw() {
      const rows = store.generations.map(each => store.course ? line(each, store.course.world, store.course.campaign) : undefined);
      const known = rows.flatMap(row => row ? QUANTILES.map(at => row.figures['target_rank_p' + at]) : []).filter(value => value !== undefined);
      const edge = BEYOND * Math.max(2, ...known);
      const raw = at => rows.map(row => row?.figures['target_rank_p' + at] ?? null);
      const band = at => rows.map(row => row && row.figures.target_listed !== undefined ? row.figures['target_rank_p' + at] ?? edge : null);
      const lines = QUANTILES.map(at => at === 50 ? {label: 'median', colour: '--accent', values: raw(at), at} : {label: '', colour: '--accent', width: 0, values: band(at), at});
      const now = chosen() && store.course ? line(chosen(), store.course.world, store.course.campaign) : undefined;
      say(parts, [...QUANTILES].reverse().map(at => ({label: at === 50 ? 'median' : `best ${at} %`, colour: '--accent', now: now?.figures['target_rank_p' + at]})),
        value => value === undefined ? 'not in the list' : number(value) + ' K');
      tellUndefined(parts, known.length === 0 ? 'undefined: no list of a test has the target' : null);
      chart.draw(store.generations.map(each => each.row.generation), lines);
    },
  };
}

function atK(plot) {
  const {ctx, bbox} = plot;
  const at = plot.valToPos(1, 'y', true);
  ctx.save();
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle = css('--bad');
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, at);
  ctx.lineTo(bbox.left + bbox.width, at);
  ctx.stroke();
  ctx.font = `bold ${12 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.fillText('K', bbox.left + 4, at - 4 * devicePixelRatio);
  ctx.restore();
}

/** Recommendations held by the least recommended share of tracks. */
export function lorenz() {
  const parts = frame({id: 'lorenz', title: 'Lorenz curve', unit: '% of recommendations over % of tracks', definition: 'lorenz_90',
    meaning: 'Which share of the recommendations goes to the tracks that are recommended least. The further a curve hangs below the straight line, the fewer tracks get everything.'});
  const percents = {values: (_, ticks) => ticks.map(percent)};
  const chart = new Chart(parts, {x: {scale: {range: [0, 1]}, axis: {...percents, incrs: [0.1, 0.2, 0.25, 0.5]}}, y: {scale: {range: [0, 1]}, axis: percents}});
  return {
    root: parts.root,
    chart,
    draw() {
      const names = store.run.figures.map(each => each.name).filter(name => /^lorenz_\d+$/.test(name));
      const x = [0, ...names.map(name => Number(name.slice(7)) / 100), 1];
      const world = store.course?.world ?? twin();
      const curve = (generation, of) => {
        const figures = generation && line(generation, of)?.figures;
        return figures && figures[names[0]] !== undefined ? [0, ...names.map(name => figures[name]), 1] : x.map(() => null);
      };
      const lines = [
        {label: world, colour: '--accent', values: curve(chosen(), world)},
        {label: 'first generation', colour: colour(1), dashed: true, values: curve(first(), world)},
        {label: twin(), colour: TWIN, dashed: true, values: curve(chosen(), twin())},
        {label: '', colour: '--line', width: 1, values: x},
      ];
      const nine = x.indexOf(0.9);
      lines.forEach(each => { each.now = each.values[nine]; });
      say(parts, lines, value => value === null ? 'undefined' : percent(1 - value) + ' to the top 10 %');
      tellUndefined(parts, lines[0].values[0] === null ? 'undefined: nothing is known of this generation' : null);
      chart.draw(x, lines);
    },
  };
}

/** Who gains and who loses, by how popular they are. */
export function gains() {
  const parts = frame({id: 'gains', title: 'ΔR by popularity', unit: 'test playlists', definition: 'delta_r_from_1',
    meaning: 'How many more recommendations the other tracks get than in the twin, by their training plays: whose place the target takes.'});
  const names = () => store.run.figures.map(each => each.name).filter(name => name.startsWith('delta_r_from_'));
  const labels = () => names().map((name, i, all) => {
    const from = Number(name.slice(13)), to = i + 1 < all.length ? Number(all[i + 1].slice(13)) - 1 : null;
    return to === null ? '> ' + (from - 1) : from === to ? String(from) : `${from}–${to}`;
  });
  const chart = new Chart(parts, {
    x: {scale: {range: () => [-0.6, names().length - 0.4]}, axis: {incrs: [1], space: 10, font: '11px system-ui, sans-serif', splits: () => names().map((_, i) => i), values: () => labels(), grid: {show: false}}},
  });
  return {
    root: parts.root,
    chart,
    draw() {
      const row = chosen() && store.course ? line(chosen(), store.course.world, store.course.campaign) : undefined;
      const values = names().map(name => row?.figures[name] ?? null);
      say(parts, labels().map((label, i) => ({label: label + ' plays', colour: '--accent', now: values[i]})), value => value === null ? 'undefined' : signed(value));
      tellUndefined(parts, values.every(value => value === null) ? 'undefined: no campaign has started, or nothing is known of this generation' : null);
      chart.draw(names().map((_, i) => i), [{label: 'ΔR', colour: '--accent', fill: true, values, paths: bars()}]);
    },
  };
}
