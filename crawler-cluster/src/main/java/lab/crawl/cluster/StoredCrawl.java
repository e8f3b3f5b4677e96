package lab.crawl.cluster;

import lab.crawl.CrawlPlan;
import lab.crawl.measure.Json;
import lab.crawl.measure.PlanRecord;

/**
 * A crawl as the store has it.
 *
 * @param id its row
 * @param detailed whether members say how long each step took and what each page links
 */
record StoredCrawl(int id, CrawlPlan plan, boolean detailed) {

  /** A plan as the store keeps it. */
  static String text(CrawlPlan plan) {
    return Json.line(PlanRecord.of(plan));
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException with one line, if it is not such a text: another version wrote it
   */
  static CrawlPlan plan(String text) {
    return Json.read(text, PlanRecord.class).toPlan();
  }

  /** Whether two plans give the same result: how wide a crawl is doesn't matter to that. */
  static boolean isSame(String plan, String other) {
    return withoutWidth(plan).equals(withoutWidth(other));
  }

  private static String withoutWidth(String plan) {
    return plan.replaceFirst("\"concurrency\":\\d+,", "");
  }
}
