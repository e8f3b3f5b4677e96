/* Which crawls are drawn: one choice for all sections. */

import {el} from './base.js';
import {timelines, variantNames} from './data.js';
import {present} from './format.js';
import {say} from './texts.js';

/** As many crawls fit on a page; of more, only the first few are drawn until someone asks for others. */
const MOST_CRAWLS = 8;
const FIRST_CRAWLS = 6;

export const crawls = (() => {
  const listeners = [];
  const both = timelines.some(timeline => timeline.warm) && timelines.some(timeline => !timeline.warm);
  const names = variantNames.filter(name => timelines.some(timeline => timeline.variant === name));
  const chosen = new Set(names.length > MOST_CRAWLS ? names.slice(0, FIRST_CRAWLS) : names);
  let warm = timelines.some(timeline => timeline.warm);

  /** The crawls to show, one a variant: the first that the data holds. If nobody did such a crawl, those of the other kind. */
  function shown() {
    const ofKind = kind => names.filter(name => chosen.has(name))
      .map(name => timelines.find(timeline => timeline.variant === name && timeline.warm === kind))
      .filter(timeline => timeline);
    return present(ofKind(warm)) ? ofKind(warm) : ofKind(!warm);
  }

  function tell() {
    listeners.forEach(listener => listener());
  }

  /** What there is to choose, for a toolbar; may be nothing. */
  function choosers() {
    return [both ? coldOrWarm() : null, names.length > MOST_CRAWLS ? byName() : null];
  }

  function coldOrWarm() {
    const choose = value => {
      warm = value;
      tell();
    };
    const buttons = [false, true].map(value => {
      const [name, label] = value ? ['warm', say('crawls.warm')] : ['cold', say('crawls.cold')];
      const button = el('button', {type: 'button', class: `show-${name}`, onclick: () => choose(value)}, label);
      const update = () => button.setAttribute('aria-pressed', warm === value);
      listeners.push(update);
      update();
      return button;
    });
    return el('div', {class: 'choice', role: 'group', 'aria-label': say('crawls.cold-or-warm')}, buttons);
  }

  function byName() {
    const summary = el('summary', {});
    const boxes = names.map(name => {
      const box = el('input', {type: 'checkbox'});
      box.addEventListener('change', () => choose(name, box.checked));
      return {name, box, label: el('label', {}, box, name)};
    });
    const update = () => {
      boxes.forEach(({name, box}) => {
        box.checked = chosen.has(name);
        // Something must stay to be drawn.
        box.disabled = box.checked && chosen.size === 1;
      });
      summary.textContent = say('crawls.shown', chosen.size, names.length);
    };
    listeners.push(update);
    update();
    return el('details', {class: 'crawl-chooser'}, summary,
      el('fieldset', {}, el('legend', {class: 'visually-hidden'}, say('crawls.to-show')), boxes.map(one => one.label)));
  }

  function choose(name, on) {
    if (on) chosen.add(name);
    else chosen.delete(name);
    tell();
  }

  return {shown, choosers, onChange: listener => listeners.push(listener)};
})();
