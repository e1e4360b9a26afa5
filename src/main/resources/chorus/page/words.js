// Numbers and elements as people read them.

const digits = new Intl.NumberFormat('en', {maximumSignificantDigits: 3});
const whole = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

export function number(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return 'undefined';
  return Math.abs(value) >= 1000 ? whole.format(value) : digits.format(value).replace('-', '−');
}

export const signed = value => value > 0 ? '+' + number(value) : number(value);

export const percent = value => value === null || value === undefined ? 'undefined' : digits.format(100 * value) + ' %';

export function seconds(value) {
  if (value === null || value === undefined) return 'undefined';
  if (value < 1) return whole.format(1000 * value) + ' ms';
  if (value < 120) return digits.format(value) + ' s';
  return whole.format(value / 60) + ' min';
}

export function bytes(value) {
  if (value === null || value === undefined) return 'undefined';
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return digits.format(value) + ' ' + units[unit];
}

/** An element with attributes and children; text is text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
