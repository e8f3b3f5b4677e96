'use strict';
/* The figures: a table of all of them, and bars for the one that everybody asks for. */

function figuresSection() {
  if (!present(report.variants)) return null;
  return section('figures', 'The figures',
    'Elapsed of a fresh JVM’s first crawl (cold) and second (warm): the median of the rounds, '
      + 'the whisker from the lowest to the highest.',
    bars('Elapsed, cold and warm', secondsText, report.variants.map(variant => ({
      name: variant.name,
      bars: [
        bar('cold', 'pale', variant.cold),
        bar('warm', 'strong', variant.warm, variant.boundMillis),
      ].filter(one => one),
    }))),
    figuresTable('How fast, and why not faster', SPEED_COLUMNS, report.variants),
    figuresTable('What the warm crawl cost', COST_COLUMNS, report.variants),
    howToRead());
}

/** Heading, content, and the key that at least one variant must have for the column to be shown. */
const SPEED_COLUMNS = [
  ['variant', v => v.name],
  ['cold, s', v => spread(v.cold)],
  ['warm, s', v => spread(v.warm)],
  ['speed-up', v => el('strong', {}, Number.isFinite(v.speedUp) ? `${v.speedUp.toFixed(1)}×` : NONE)],
  ['best possible, s', v => format.seconds(v.boundMillis), 'boundMillis'],
  ['efficiency', v => format.percent(v.efficiencyPercent), 'efficiencyPercent'],
  ['bound by', v => v.bindingLimit || NONE, 'bindingLimit'],
  ['what would help', v => words(v.advice || NONE), 'advice'],
];

const COST_COLUMNS = [
  ['variant', v => v.name],
  ['CPU, s', v => format.seconds(v.cpuMillis)],
  ['utilisation', v => format.percent(v.utilisationPercent)],
  ['in flight', v => format.number(v.inFlight)],
  ['threads', v => format.number(v.threads)],
  ['RSS, MB', v => format.megabytes(v.rssBytes)],
  ['start, s', v => format.seconds(v.startMillis)],
];

/** Columns about the best possible are left out where no variant has any: on a real site it isn't known. */
function figuresTable(caption, allColumns, variants) {
  const columns = allColumns.filter(([, , key]) => !key || variants.some(variant => present(variant[key])));
  return el('div', {class: 'figures-table'}, el('h3', {}, caption), scrollingTable(caption,
    columns.map(([heading, , key]) => key === 'advice' ? words(heading) : heading),
    variants.map(variant => columns.map(([, content]) => content(variant)))));
}

/** Words in a table begin at the left and may wrap, unlike figures. */
function words(text) {
  return el('span', {class: 'words-cell'}, text);
}

/** A median, with the lowest and the highest beside it. */
function spread(figure) {
  if (!figure) return NONE;
  return el('span', {class: 'spread'}, format.seconds(figure.medianMillis), ' ',
    el('small', {}, `(${format.seconds(figure.minMillis)}–${format.seconds(figure.maxMillis)})`));
}

function howToRead() {
  const meanings = [
    ['speed-up', 'sync’s elapsed ÷ this one’s.'],
    ['best possible', 'the least elapsed that this design could reach with this width, this site and this machine.'],
    ['efficiency', 'best possible ÷ elapsed.'],
    ['bound by', 'what sets that limit: waiting for replies, computing, or discovering the pages, one after another.'],
    ['utilisation', 'client CPU ÷ elapsed. 100 % is one core busy all the time.'],
    ['in flight', 'most requests at a time, as the server saw it: the proof of overlap.'],
    ['threads, RSS', 'at most, all processes of the client together.'],
    ['start', 'from the launch of the JVM to its first crawl.'],
  ];
  return el('details', {}, el('summary', {}, 'How to read these tables'),
    el('p', {}, 'All but “cold” and “start” is of the warm crawl. '
      + 'If the whiskers of two bars overlap, the figures do not say which is faster.'),
    el('dl', {class: 'words'}, meanings.flatMap(([word, meaning]) => [el('dt', {}, word), el('dd', {}, meaning)])));
}

/** One bar from a spread of milliseconds; null if there is none. */
function bar(label, look, figure, bestMillis) {
  if (!figure) return null;
  return {label, look, median: figure.medianMillis, min: figure.minMillis, max: figure.maxMillis, best: bestMillis};
}

/**
 * Horizontal bars in groups, all on one scale; each with a whisker, and a dashed mark at the best possible.
 *
 * @param write how a value is written, with its unit
 * @param groups a bar that is single has no whisker: it was measured once, or came out the same each time
 */
function bars(caption, write, groups) {
  const longest = Math.max(...groups.flatMap(group => group.bars.map(one => one.max))) || 1;
  // What is below nothing, a saving that was a loss, has a bar of no length; its figure says it.
  const percent = value => `${Math.max(0, 100 * value / longest).toFixed(2)}%`;
  const row = one => el('div', {class: 'bar-row'},
    el('span', {class: 'bar-label'}, one.label),
    el('div', {class: 'bar-track'},
      el('div', {class: `bar ${one.look}`, style: `width: ${percent(one.median)}`}),
      one.single ? null : el('div', {class: 'whisker', style: `left: ${percent(one.min)}; width: ${percent(one.max - one.min)}`}),
      Number.isFinite(one.best) ? bestMark(write(one.best), percent(one.best)) : null),
    el('span', {class: 'bar-value'}, write(one.median)));
  const hasBest = groups.some(group => group.bars.some(one => Number.isFinite(one.best)));
  return el('figure', {class: 'bars', 'aria-label': caption},
    groups.map(group => el('div', {class: 'bar-group'},
      el('strong', {class: 'variant-name'}, group.name), el('div', {}, group.bars.map(row)))),
    hasBest ? el('figcaption', {}, el('span', {class: 'best-key'}), 'best possible for that design') : null);
}

/** As bars of elapsed time say it. */
function secondsText(millis) {
  return `${format.seconds(millis)} s`;
}

function bestMark(text, left) {
  return el('div', {class: 'best-mark', style: `left: ${left}`, title: `best possible: ${text}`});
}

addSection(50, figuresSection);
