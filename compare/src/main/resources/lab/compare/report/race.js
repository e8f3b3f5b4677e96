/* The race: all variants replayed at once, on one clock. */

import {addSection, el, freshCanvas, section, whenResized} from './base.js';
import {crawls} from './crawls.js';
import {timelines} from './data.js';
import {dotGrid, pageState} from './dots.js';
import {fixed, format, plain} from './format.js';
import {say} from './texts.js';
import {theme} from './theme.js';

const RACE_SECONDS = [60, 30, 12, 6, 3, 1];
const USUAL_SECONDS = 12;

/** The clock of the race: it knows the time, whether it runs, and tells when it moves. */
class RaceClock {
  constructor(onMove) {
    this.setEnd(1);
    this.running = false;
    this.speed = 1;
    this.onMove = onMove;
  }

  /** Before anybody plays it, it stands halfway: a still picture of the beginning would say nothing. */
  setEnd(end) {
    this.running = false;
    this.end = end;
    this.now = end / 2;
    this.isStill = true;
  }

  /** Plays from where it is, or from the beginning if it is at the end, or was never moved. */
  toggle() {
    if (!this.running && (this.isStill || this.now >= this.end)) this.now = 0;
    this.isStill = false;
    this.running = !this.running;
    this.before = performance.now();
    if (this.running) requestAnimationFrame(at => this.frame(at));
    this.onMove();
  }

  /** Who asked for less motion sees four pictures a second. */
  frame(at) {
    if (!this.running) return;
    const least = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 250 : 0;
    if (at - this.before >= least) {
      this.moveTo(this.now + Math.max(0, at - this.before) * 1000 * this.speed);
      this.before = at;
    }
    requestAnimationFrame(next => this.frame(next));
  }

  moveTo(micros) {
    this.isStill = false;
    this.now = Math.min(Math.max(0, micros), this.end);
    if (this.now >= this.end) this.running = false;
    this.onMove();
  }
}

function raceSection() {
  if (timelines.length === 0) return null;
  const stage = el('div', {class: 'stage'});
  const announcer = el('p', {class: 'visually-hidden', 'aria-live': 'polite', id: 'race-news'});
  const clock = new RaceClock(() => update());
  const controls = raceControls(clock);
  let runners = [];
  let said = '';

  function update() {
    runners.forEach(runner => runner.show(clock.now));
    controls.show();
    if (!clock.running) runners.forEach(runner => runner.describe());
    const news = newsOf(clock, runners);
    if (news !== said) announcer.textContent = said = news;
  }

  function build() {
    const shown = crawls.shown();
    const places = shown.map(timeline => timeline.elapsed).sort((a, b) => a - b);
    runners = shown.map(timeline => new Runner(timeline, places.indexOf(timeline.elapsed)));
    stage.replaceChildren(...runners.map(runner => runner.element));
    clock.setEnd(Math.max(1, ...places));
    controls.chooseSpeed();
    update();
  }

  crawls.onChange(build);
  theme.onChange(() => update());
  build();
  return section('race', say('race.heading'), say('race.lead'),
    el('div', {class: 'toolbar'}, crawls.choosers(), ...controls.elements), raceLegend(), stage, announcer);
}

/** For whoever can't see the dots. Of a race that nobody has touched yet there is no news. */
function newsOf(clock, runners) {
  if (clock.isStill) return '';
  if (clock.now >= clock.end) return say('race.over', finishOrder(runners));
  return clock.running ? say('race.on') : say('race.at', format.micros(clock.now), runners.map(runner => runner.standing()).join('; '));
}

function finishOrder(runners) {
  return [...runners].sort((a, b) => a.place - b.place)
    .map(runner => say('race.finished', format.place(runner.place), runner.timeline.variant, format.micros(runner.timeline.elapsed))).join(' ');
}

/** Play, speed, and a slider to any moment. */
function raceControls(clock) {
  const play = el('button', {type: 'button', id: 'race-play', class: 'primary', onclick: () => clock.toggle()});
  const speed = el('select', {id: 'race-speed', onchange: () => chooseSpeed()},
    RACE_SECONDS.map(seconds => el('option', {value: seconds, selected: seconds === USUAL_SECONDS ? '' : null})));
  const slider = el('input', {type: 'range', id: 'race-time', min: 0, max: 1000, step: 1, value: 0,
    oninput: () => clock.moveTo(slider.value / 1000 * clock.end)});
  const reading = el('output', {class: 'clock', for: 'race-time'});
  slider.addEventListener('keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    clock.toggle();
  });

  /** Written as how long the slowest takes, and what that is of the real speed. */
  function chooseSpeed() {
    for (const option of speed.options) {
      option.textContent = say('race.lasts-option', option.value, plain(Number((clock.end / 1e6 / option.value).toPrecision(2))));
    }
    clock.speed = clock.end / 1e6 / Number(speed.value);
  }

  function show() {
    const label = say(clock.running ? 'race.pause' : clock.now >= clock.end ? 'race.again' : 'race.play');
    if (play.textContent !== label) play.textContent = label;
    slider.value = 1000 * clock.now / clock.end;
    reading.textContent = `${fixed(clock.now / 1e6, 2)} s`;
    slider.setAttribute('aria-valuetext', reading.textContent);
  }

  const elements = [play,
    el('label', {class: 'field'}, say('race.lasts'), speed),
    el('label', {class: 'field scrub'}, say('race.time'), slider), reading];
  return {elements, chooseSpeed, show};
}

function raceLegend() {
  const entry = state => {
    const canvas = el('canvas', {class: 'swatch', 'aria-hidden': 'true'});
    const draw = () => drawDot(freshCanvas(canvas, 20, 20), state, 10, 10, 16);
    theme.onChange(draw);
    draw();
    return el('li', {}, canvas, say(`race.${state}`));
  };
  return el('ul', {class: 'legend plain'}, ['known', 'waiting', 'queued', 'computing', 'done'].map(entry));
}

/** One variant in the race: its pages as dots, and what it is doing now. */
class Runner {
  constructor(timeline, place) {
    this.timeline = timeline;
    this.place = place;
    // In the order in which they were taken up, so that the dots fill from left to right.
    this.pages = timeline.pages.filter(page => page.end >= 0 || page.discovered >= 0).sort((a, b) => a.begin - b.begin);
    this.canvas = el('canvas', {class: 'dots', role: 'img'});
    this.badge = el('span', {class: 'badge'});
    this.counters = {pages: counter(say('race.pages-done')), flight: counter(say('race.in-flight')), cpu: counter(say('race.cpu-now'))};
    this.track = el('div', {class: 'track'}, this.canvas);
    this.element = el('div', {class: 'runner', 'data-variant': timeline.variant},
      el('div', {class: 'runner-name'}, el('strong', {class: 'variant-name'}, timeline.variant), this.badge),
      this.track,
      el('div', {class: 'counters'}, Object.values(this.counters).map(one => one.element)));
    whenResized(this.track, () => this.show(this.now || 0));
  }

  show(now) {
    this.now = now;
    const finished = now >= this.timeline.elapsed;
    setText(this.counters.pages.value, String(this.drawDots(now)));
    setText(this.counters.flight.value, String(finished ? 0 : this.timeline.inFlight.at(now)));
    setText(this.counters.cpu.value, now === 0 || finished ? '0 %' : format.percent(this.timeline.cpuAt(now)));
    setText(this.badge, finished ? `${format.place(this.place)} · ${format.micros(this.timeline.elapsed)}` : '');
    this.element.classList.toggle('finished', finished);
  }

  /** How far it is, in words. */
  standing() {
    const {pages, flight} = this.counters;
    return say('race.standing', this.timeline.variant, pages.value.textContent, this.pages.length, flight.value.textContent);
  }

  /** Not at every frame: a screen reader would never come to an end. */
  describe() {
    this.canvas.setAttribute('aria-label', say('race.description', format.micros(this.now), this.standing()));
  }

  /** Draws all pages as they are at a time, and counts those that are done. */
  drawDots(now) {
    const width = this.track.clientWidth;
    const {pitch, rows} = dotGrid(this.pages.length, width);
    const context = width > 0 ? freshCanvas(this.canvas, width, rows * pitch) : null;
    let done = 0;
    this.pages.forEach((page, i) => {
      const state = pageState(page, now);
      if (state === 'done') done++;
      if (context) drawDot(context, state, (Math.floor(i / rows) + 0.5) * pitch, (i % rows + 0.5) * pitch, pitch);
    });
    return done;
  }
}

/** Size and shape tell the states apart, not colour alone. */
function drawDot(context, state, x, y, pitch) {
  const square = (size, colour) => {
    context.fillStyle = theme.colour(colour);
    context.fillRect(x - size * pitch / 2, y - size * pitch / 2, size * pitch, size * pitch);
  };
  if (state === 'done') square(0.82, 'done');
  if (state === 'computing') square(0.98, 'kind-parse');
  if (state === 'unknown') square(0.2, 'speck');
  if (state === 'known') square(0.3, 'soft');
  if (state === 'waiting') circle(context, x, y, pitch, theme.colour('kind-wait'), theme.colour('kind-receive'));
  if (state === 'queued') circle(context, x, y, pitch, theme.colour('card'), theme.colour('kind-parse'));
}

function circle(context, x, y, pitch, fill, edge) {
  context.beginPath();
  context.arc(x, y, 0.36 * pitch, 0, 7);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = Math.max(1, pitch / 8);
  context.stroke();
}

function counter(label) {
  const value = el('span', {class: 'count'}, '0');
  return {value, element: el('div', {class: 'counter'}, value, el('span', {}, label))};
}

/** Touches the page only if something changed: this runs at every frame. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

addSection(70, raceSection);
