'use strict';
/* Puts the page together. A section that has no data gives null, and is left out. */

const SECTIONS = [
  headlineSection, claimsSection, labsSection, sweepSection, diffSection, figuresSection, timelinesSection, raceSection, overTimeSection,
  verifiedSection,
];

/** One line where there are no timelines, so that nobody looks for them. Labs show what they measured without them. */
function whyNoTimelines() {
  if (timelines.length > 0 || present(report.labs) || present(report.claims)) return null;
  const kind = report.sweep ? 'a sweep' : report.diff ? 'a comparison of two results' : 'a report';
  return el('p', {class: 'absent'},
    `No timelines and no race here: this is ${kind} without recorded spans. Compare the variants once to see them.`);
}

function startPage() {
  theme.start();
  const sections = SECTIONS.map(build => build()).filter(built => built);
  document.querySelector('main').append(...sections);
  sections.at(-1).before(whyNoTimelines() || '');
  document.querySelector('nav').append(...sections.map(navigationLink));
  if (report.title) document.title = `${report.title} – the concurrency lab`;
}

function navigationLink(built) {
  return el('a', {href: `#${built.id}`}, built.querySelector('h2').textContent);
}

startPage();
