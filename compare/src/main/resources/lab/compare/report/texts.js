/* What the page says, in its language. Each text has a key, and stands in report_en.properties and its like. */

const TEXTS = JSON.parse(document.getElementById('texts').textContent);

/** The text of a key, with values in place of {0}, {1} and so on. */
export function say(key, ...values) {
  if (!(key in TEXTS)) throw new Error(`no text ${key}`);
  return TEXTS[key].replace(/\{(\d)}/g, (all, place) => {
    if (values[place] === undefined) throw new Error(`no value ${place} for ${key}`);
    return values[place];
  });
}

/** The same for a number of things, which is {0}: one text for one, another for many. */
export function sayCount(key, count) {
  return say(`${key}.${count === 1 ? 'one' : 'many'}`, count);
}
