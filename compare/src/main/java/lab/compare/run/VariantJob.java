package lab.compare.run;

import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.SiteRecord;

/**
 * What a {@link VariantRun} is told before it crawls: which variant is to crawl what.
 *
 * @param variant the variant's name
 * @param plan the plan of each of its crawls
 * @param site what they crawl
 * @param watched whether somebody wants to hear how far they have come
 */
public record VariantJob(String variant, PlanRecord plan, SiteRecord site, boolean watched) {}
