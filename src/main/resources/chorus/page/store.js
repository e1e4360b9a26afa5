// What the page knows of the run: the run itself, its generations in order, and what is chosen to be looked at.

export const store = {
  run: null,
  generations: [], // as they came: {row, seconds, lines}; skipped ones have no lines
  moment: null,
  before: null, // the moment before that: rates are differences
  ended: null,
  at: -1, // index of the generation that is looked at
  follow: true,
  course: null, // {world, campaign}
  recommender: '',
  world: '', // of a run in rounds, the one whose altruists are looked at
};

export function begin(run) {
  const same = store.run && store.run.name === run.name;
  Object.assign(store, {run, generations: [], moment: null, before: null, ended: null, at: -1});
  if (!same || !run.recommenders.includes(store.recommender)) store.recommender = run.recommenders[0] ?? '';
  chooseCourse();
}

/** The run has more campaigns or worlds than before; its generations are as they were. */
export function ordered(run) {
  store.run = run;
  chooseCourse();
}

function chooseCourse() {
  const all = courses();
  if (!all.some(c => store.course && c.world === store.course.world && c.campaign === store.course.campaign)) store.course = all[0] ?? null;
}

export function add(generation) {
  const number = generation.row.generation;
  const there = store.generations.findIndex(each => each.row.generation >= number);
  if (there < 0) store.generations.push(generation);
  else store.generations.splice(there, store.generations[there].row.generation === number ? 1 : 0, generation);
  if (store.follow || store.at < 0) store.at = store.generations.length - 1;
}

export function moment(now) {
  store.before = store.moment;
  store.moment = now;
}

/** Each campaign in each world where it happens. */
export function courses() {
  return store.run.worlds.flatMap(world => world.campaigns.map(campaign => ({
    world: world.name, campaign, label: label(campaign, world.name),
  })));
}

function label(campaign, world) {
  const several = store.run.worlds.filter(each => each.campaigns.includes(campaign)).length > 1;
  return campaign === world || !several ? campaign : `${campaign} in ${world}`;
}

export const twin = () => store.run.worlds.find(world => world.campaigns.length === 0).name;

/** The line of a generation; without a campaign any of the world, as its models are the same. */
export function line(generation, world, campaign) {
  return generation?.lines.find(each => each.world === world && each.recommender === store.recommender
    && (campaign === undefined || each.campaign === campaign));
}

export const chosen = () => store.generations[store.at];

/** First generation that has lines. */
export const first = () => store.generations.find(each => each.lines.length > 0);

/** Records a second of a total between the last two moments; null where there are not two. */
export function rate(total) {
  const {moment: now, before} = store;
  if (!now || !before || now.seconds <= before.seconds) return null;
  const to = total(now), from = total(before);
  return to === undefined || from === undefined ? null : Math.max(0, (to - from) / (now.seconds - before.seconds));
}
