package lab.compare.run;

import lab.crawl.measure.PlanRecord;

/**
 * Whoever takes part in a comparison.
 *
 * @param label what tables call it, unique
 * @param variant the variant's name
 * @param plan how it crawls
 */
record Contestant(String label, String variant, PlanRecord plan) {

  /** The same plan with files of its own. */
  PlanRecord ownPlan() {
    return plan.outIn(label.replace(' ', '-'));
  }
}
