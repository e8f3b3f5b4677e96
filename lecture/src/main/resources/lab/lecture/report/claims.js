/* The lecture, decided: every claim with its verdict, and how many came out how. */

import {addSection, el, section} from '../../compare/report/base.js';
import {report} from '../../compare/report/data.js';
import {NONE, present} from '../../compare/report/format.js';
import {say} from '../../compare/report/texts.js';
import {figureList, ruleDetails, speaksOtherwise, verdictBadge, verdictOf, verdictReason, VERDICTS, verdictSymbol} from './verdicts.js';

const FIGURES_OF_A_CLAIM = 3;

function claimsSection() {
  if (!present(report.claims)) return null;
  const items = report.claims.map(claim => ({verdict: verdictOf(claim), element: claimItem(claim)}));
  const counts = VERDICTS.map(verdict => ({verdict, count: items.filter(item => item.verdict === verdict).length}))
    .filter(one => one.count > 0);
  return section('claims', say('claims.heading'), say('claims.lead'),
    verdictBar(counts), claimFilter(items, counts),
    // Without its markers Safari no longer takes it for a list, unless it is told.
    el('ol', {class: 'claims', role: 'list'}, items.map(item => item.element)));
}

/** One bar for all claims; the buttons below say the same, so that a screen reader needs it not. */
function verdictBar(counts) {
  return el('div', {class: 'verdict-bar', 'aria-hidden': 'true'}, counts.map(({verdict, count}) =>
    el('span', {class: verdict.name, style: `flex-grow: ${count}`}, `${verdict.symbol} ${count}`)));
}

/** A button for all claims and one for each verdict; pressing one again shows all. */
function claimFilter(items, counts) {
  const news = el('p', {class: 'shown-claims', role: 'status'});
  let chosen = null;
  const show = verdict => {
    chosen = chosen === verdict ? null : verdict;
    const shown = items.filter(item => !chosen || item.verdict === chosen);
    items.forEach(item => item.element.hidden = !shown.includes(item));
    buttons.forEach(({of, element}) => element.setAttribute('aria-pressed', of === chosen));
    news.textContent = chosen ? say('claims.shown', shown.length, items.length, chosen.says) : say('claims.all-shown', items.length);
  };
  const button = (of, count, ...label) => ({of, element: el('button',
    {type: 'button', class: 'verdict-filter', 'data-verdict': of ? of.name : 'all', onclick: () => show(of)},
    ...label, el('strong', {}, String(count)))});
  const buttons = [button(null, items.length, say('claims.all')), ...counts.map(({verdict, count}) =>
    button(verdict, count, el('span', {class: `mark ${verdict.name}`}, verdictSymbol(verdict)), verdict.short))];
  show(null);
  return el('div', {class: 'claim-filter'},
    el('div', {role: 'group', 'aria-label': say('claims.filter')}, buttons.map(one => one.element)), news);
}

function claimItem(claim) {
  const figures = claim.figures || [];
  return el('li', {class: 'claim', 'data-verdict': verdictOf(claim).name},
    el('span', {class: 'claim-number'}, present(claim.number) ? String(claim.number) : NONE),
    verdictBadge(verdictOf(claim)),
    el('div', {class: 'claim-body'},
      el('p', {class: 'claim-words'}, claim.words || NONE),
      verdictReason(claim),
      figureList(figures.slice(0, FIGURES_OF_A_CLAIM)),
      el('div', {class: 'claim-more'}, labLink(claim),
        el('span', {class: 'soft'}, say(claim.demonstrated ? 'claims.shown-only' : 'claims.measured')),
        ruleDetails(claim, figures.slice(FIGURES_OF_A_CLAIM)))));
}

/** To the lab that decided it, or its name if it was not run. */
function labLink(claim) {
  if (!claim.lab) return null;
  const known = (report.labs || []).find(lab => lab.name === claim.lab);
  if (!known) return el('span', {class: 'no-lab'}, say('labs.lab', claim.lab));
  return el('a', {href: `#lab-${claim.lab}`}, say(known.quick ? 'claims.quick-lab' : 'labs.lab', claim.lab),
    speaksOtherwise(known) ? say('claims.otherwise') : null);
}

addSection(10, claimsSection, true);
