package lab.lecture.bench;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.compare.report.Texts;
import lab.crawl.measure.RunRecord;
import lab.lecture.verdicts.Words;

/**
 * Holds a lab's crawls against one another: whoever crawled the same site by the same plan must have found the same. Several may crawl at
 * the same time; what came of it is asked when none does.
 */
final class SameWork {
  private final Map<String, RunRecord> firstOfItsKind = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();
  /** Those of whoever made this: crawls are held against one another by other threads. */
  private final Texts texts = Words.spoken();

  private int crawls;
  private int pages;

  /** Takes one more crawl into account; the plans of one kind may differ in the width and the lock. */
  synchronized void verify(Setup setup, RunRecord run) {
    crawls++;
    pages += run.outcome().pages();
    if (!run.outcome().complete() || run.outcome().capped()) {
      problems.add(texts.say("work.not-whole", setup.label()));
    }
    if (run.outcome().failed() > 0) {
      problems.add(texts.say("work.failed", run.outcome().failed(), run.outcome().pages(), setup.label()));
    }
    String kind = setup.site().seed() + " " + setup.plan().work().checksumRounds();
    RunRecord first = firstOfItsKind.putIfAbsent(kind, run);
    if (first != null && !first.outcome().siteDigest().equals(run.outcome().siteDigest())) {
      problems.add(texts.say("work.differs", setup.label(), first.variant()));
    }
  }

  /** Something else went wrong. */
  void failed(String what) {
    problems.add(what);
  }

  /** Whatever makes the figures worthless, in words; empty if all crawls did the same work and no page failed. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What was verified, in words. */
  String checked() {
    return crawls == 0
        ? texts.say("work.none") + (problems.isEmpty() ? "" : " " + texts.say("work.failures", String.join("; ", problems)))
        : texts.say("work.checked", crawls, pages, problems.isEmpty() ? texts.say("work.same") : String.join("; ", problems));
  }
}
