package lab.compare.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lab.compare.run.Results;
import lab.compare.run.Sweep;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.SiteRecord;

/** What was run, and on what: a line each. */
public final class Titles {
  private static final String DOT = " · ";

  private final Texts texts;
  private final FigureText figures;

  /** In some language. */
  public Titles(Texts texts) {
    this.texts = texts;
    this.figures = new FigureText(texts);
  }

  /** What a comparison ran. */
  String crawl(Results results) {
    PlanRecord plan = results.plan();
    return site(results.site())
        + plan.excludes().stream().map(regex -> DOT + texts.say("title.without", regex)).collect(Collectors.joining())
        + DOT + texts.say("title.concurrency", plan.concurrency())
        + DOT + texts.say("title.checksum-rounds", plan.work().checksumRounds())
        + DOT + texts.say("title.runs", texts.sayCount("title.round", results.rounds()), texts.sayCount("title.jvm", results.jvms()))
        + lock(plan);
  }

  /** What was swept. */
  public String sweep(Sweep sweep) {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("latency", texts.say("title.latency", sweep.site().latency().orElse(texts.say("title.own-latency"))));
    fixed.put("concurrency", texts.say("title.concurrency", sweep.plan().concurrency()));
    fixed.put("checksum-rounds", texts.say("title.checksum-rounds", sweep.plan().work().checksumRounds()));
    fixed.remove(sweep.option());
    return texts.say("title.sweep", sweep.option(), String.join(", ", sweep.values()))
        + DOT + sweep.site().name() + DOT + String.join(DOT, fixed.values()) + lock(sweep.plan());
  }

  /** What it ran on. */
  public String machine(Machine machine) {
    return texts.say("title.machine", texts.sayCount("title.core", machine.cores()), machine.processor(),
        figures.whole(machine.memoryBytes() / 1e9), machine.os(), machine.jdk(),
        figures.oneDigit(machine.heapMaxBytes() / 1e9), machine.collector().split(" ")[0]);
  }

  /** Which site it was, for instance {@code javadoc, latency 20ms}. */
  String site(SiteRecord site) {
    return site.latency().map(latency -> texts.say("title.site", site.name(), latency)).orElse(site.name());
  }

  private String lock(PlanRecord plan) {
    return plan.work().interpreterLock() ? DOT + texts.say("title.lock") : "";
  }
}
