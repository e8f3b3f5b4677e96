package lab.compare;

import lab.crawl.measure.PlanRecord;

/**
 * What a {@link VariantRun} is told first: which variant is to crawl what.
 *
 * @param variant the variant's name
 * @param plan the plan of each of its crawls
 */
record Job(String variant, PlanRecord plan) {}
