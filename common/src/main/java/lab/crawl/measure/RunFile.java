package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What {@code --json} writes: one run's figures, with all that is needed to understand them and to run it again.
 *
 * @param run the figures, at the top level of the file
 * @param machine what it ran on
 * @param site what was crawled
 * @param plan how it was crawled
 */
public record RunFile(@JsonUnwrapped RunRecord run, Machine machine, SiteRecord site, PlanRecord plan) {}
