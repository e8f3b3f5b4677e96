/* You are the scheduler: whoever reads this decides which thread takes its next step. One schedule is one link. */

import {addSection, el, section} from '../../compare/report/base.js';
import {report} from '../../compare/report/data.js';
import {present} from '../../compare/report/format.js';
import {say} from '../../compare/report/texts.js';
import {SCENARIOS} from './scenarios.js';
import {codeLines, doings, sharedRows, turnList} from './schedulerpanes.js';
import {fromHash, mayStep, search, states, toHash, whatIsBroken} from './schedules.js';

/** How many schedules are looked at, at most: many more than any scenario here has. */
const BOUND = 10000;

/** What is being played: a scenario, and the turns that were given so far. */
const game = {scenario: SCENARIOS[0], schedule: ''};

function schedulerSection() {
  if (!present(report.sources)) return null;
  const parts = {
    question: el('p', {}),
    turns: el('div', {class: 'thread-buttons', role: 'group', 'aria-label': say('scheduler.whose-turn')}),
    news: el('div', {class: 'scheduler-news', role: 'status'}),
    code: el('div', {class: 'scheduler-code', tabindex: 0, role: 'region', 'aria-label': say('scheduler.source')}),
    shared: el('dl', {class: 'scheduler-shared'}),
    list: el('ol', {class: 'turn-list'}),
    link: el('input', {readonly: '', 'aria-label': say('scheduler.link-to'), onfocus: event => event.target.select()}),
  };
  const chooser = SCENARIOS.map(scenario => el('button', {type: 'button', onclick: () => play(parts, scenario, '')}, scenario.title));
  parts.chooser = chooser;
  const built = section('scheduler', say('scheduler.title'), say('scheduler.lead'),
    el('div', {class: 'scenario-buttons', role: 'group', 'aria-label': say('scheduler.scenarios')}, chooser),
    el('div', {class: 'predict'}, el('strong', {}, say('scheduler.your-turn')), parts.question),
    parts.turns, toolbar(parts), parts.news,
    el('div', {class: 'scheduler-panes'}, parts.code, el('div', {}, parts.shared, el('h3', {}, say('scheduler.so-far')), parts.list)),
    el('label', {class: 'scheduler-link'}, say('scheduler.as-link'), ' ', parts.link),
    el('p', {class: 'hint'}, say('scheduler.hint')));
  listenForKeys(built, parts);
  window.addEventListener('hashchange', () => openLink(built, parts));
  play(parts, game.scenario, '');
  // When it is on the page.
  requestAnimationFrame(() => openLink(built, parts));
  return built;
}

function toolbar(parts) {
  const button = (label, key, onclick) => el('button', {type: 'button', onclick, 'aria-keyshortcuts': key},
    label, el('kbd', {class: 'for-mouse', 'aria-hidden': 'true'}, key === 'Backspace' ? '⌫' : key));
  return el('div', {class: 'toolbar'},
    button(say('scheduler.undo'), 'Backspace', () => undo(parts)),
    button(say('scheduler.reset'), 'R', () => play(parts, game.scenario, '')),
    button(say('scheduler.find'), 'F', () => findOne(parts)));
}

/** Shows a scenario after some turns; news: what to say of it, if it isn't the last turn. */
function play(parts, scenario, schedule, news = null) {
  const all = states(scenario, schedule);
  Object.assign(game, {scenario, schedule: schedule.slice(0, all.length - 1)});
  const source = report.sources[scenario.source];
  const state = all.at(-1);
  parts.chooser.forEach((button, i) => button.setAttribute('aria-pressed', SCENARIOS[i] === scenario));
  parts.question.textContent = scenario.question;
  showThreads(parts, state);
  const broken = whatIsBroken(scenario, state);
  parts.news.classList.toggle('broken', broken !== null);
  parts.news.replaceChildren(...[
    el('span', {}, news || lastTurn(all)),
    broken && el('strong', {}, `✗ ${broken}`),
    !broken && state.threads.every(thread => thread.is === 'ended') ? el('strong', {}, say('scheduler.nothing-broken')) : null,
  ].filter(part => part));
  parts.code.replaceChildren(...codeLines(scenario, state, source));
  parts.shared.replaceChildren(...sharedRows(scenario, state));
  parts.list.replaceChildren(...turnList(scenario, all, game.schedule, turns => play(parts, scenario, game.schedule.slice(0, turns))));
  parts.link.value = new URL(toHash(scenario.name, game.schedule), location.href).href;
}

function lastTurn(all) {
  if (game.schedule === '') return say('scheduler.no-step');
  const me = game.schedule.at(-1) - 1;
  const {name, steps} = game.scenario.threads[me];
  return `${name}: ${steps[all.at(-2).threads[me].at].line}`;
}

/** The buttons stay while a scenario is played, so that whoever presses one can press it again. */
function showThreads({turns}, state) {
  if (turns.dataset.scenario !== game.scenario.name) {
    turns.dataset.scenario = game.scenario.name;
    turns.replaceChildren(...game.scenario.threads.map(({name}, me) => el('button', {
      type: 'button', class: `thread-button thread-${me + 1}`, 'aria-keyshortcuts': me + 1, 'data-thread': me + 1},
    el('span', {class: 'thread-mark', 'aria-hidden': 'true'}, String(me + 1)), el('strong', {}, name), el('span', {class: 'doing'}))));
  }
  [...turns.children].forEach((button, me) => {
    button.setAttribute('aria-disabled', !mayStep(game.scenario, state, me));
    button.querySelector('.doing').textContent = doings(game.scenario, state, me);
  });
}

function turn(parts, me) {
  const state = states(game.scenario, game.schedule).at(-1);
  if (me >= state.threads.length) return;
  const news = mayStep(game.scenario, state, me) ? null : say('scheduler.not-now', game.scenario.threads[me].name, doings(game.scenario, state, me));
  change(parts, news ? game.schedule : game.schedule + (me + 1), news);
}

function undo(parts) {
  change(parts, game.schedule.slice(0, -1));
}

function findOne(parts) {
  const {schedules, broken, shortest, isWhole} = search(game.scenario, BOUND);
  const looked = isWhole ? say('scheduler.looked-at-all', schedules.length) : say('scheduler.looked-at-some', BOUND);
  change(parts, shortest || '', shortest === null ? say('scheduler.none-breaks', looked) : say('scheduler.some-break', looked, broken.length));
}

/** What the reader did also becomes the page's address; opening the page doesn't, because there may be another link in it. */
function change(parts, schedule, news = null) {
  play(parts, game.scenario, schedule, news);
  history.replaceState(null, '', toHash(game.scenario.name, game.schedule));
}

function openLink(built, parts) {
  const link = fromHash(location.hash);
  if (link === null) return;
  const scenario = SCENARIOS.find(one => one.name === link.scenario);
  built.scrollIntoView();
  if (!scenario) {
    play(parts, game.scenario, '', say('scheduler.no-scenario', link.scenario));
    return;
  }
  const possible = states(scenario, link.schedule).length - 1;
  play(parts, scenario, link.schedule,
    possible < link.schedule.length ? say('scheduler.impossible', possible + 1) : null);
}

/** While it is seen, unless the key belongs to a field. */
function listenForKeys(built, parts) {
  parts.turns.addEventListener('click', event => {
    const button = event.target.closest('.thread-button');
    if (button) turn(parts, button.dataset.thread - 1);
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea') || !isSeen(built)) return;
    const key = event.key.toLowerCase();
    if (/^[1-9]$/.test(key)) turn(parts, key - 1);
    else if (key === 'backspace') undo(parts);
    else if (key === 'r') change(parts, '');
    else if (key === 'f') findOne(parts);
    else return;
    event.preventDefault();
  });
}

function isSeen(element) {
  const {top, bottom} = element.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0;
}

addSection(25, schedulerSection, true);
