package lab.lecture.bench;

import static lab.lecture.verdicts.Words.say;

import java.time.Duration;
import java.util.function.UnaryOperator;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CrawlTarget;

/**
 * One thing to measure: a variant, a site and a plan.
 *
 * @param label what tables call it; unique within a lab
 * @param variant the variant's name
 * @param site what it crawls
 * @param plan how
 */
public record Setup(String label, String variant, CrawlTarget site, CrawlPlan plan) {
  /** How long a page may take in a lab: on a busy machine pages are late, and none shall fail for that. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A setup whose plan is the usual one, with that patience and without checksums, changed as given. */
  public static Setup of(String label, String variant, CrawlTarget site, UnaryOperator<CrawlPlan.Builder> options) {
    CrawlPlan.Builder plan = CrawlPlan.of(site.seed().toString()).timeout(PATIENCE).checksumRounds(0);
    return new Setup(label, variant, site, options.apply(plan).build());
  }

  /** Its label, as a sentence wants it: one of several words may have to be put in quotation marks. */
  public String quoted() {
    return label.contains(" ") ? say(label.contains(",") ? "setup.quoted" : "setup.named", label) : label;
  }

  /** A setup without checksums, of some width. */
  public static Setup of(String label, String variant, CrawlTarget site, int width) {
    return of(label, variant, site, plan -> plan.concurrency(width));
  }

  /** A setup with checksums. */
  public static Setup of(String label, String variant, CrawlTarget site, int width, int checksumRounds) {
    return of(label, variant, site, plan -> plan.concurrency(width).checksumRounds(checksumRounds));
  }
}
