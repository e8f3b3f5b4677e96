package lab.crawl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.kept.KeptReplies;
import lab.crawl.stage.SiteFolder;
import lab.crawl.state.Change;
import lab.crawl.state.Changes;
import lab.crawl.state.StateFolder;

/** What a crawl that is over means for what an earlier one has left. */
final class Update {
  private final Optional<StateFolder> state;
  private final CrawlPlan plan;
  private final CrawlResult result;
  private final boolean isFirst;
  /** Empty unless the crawl is complete. */
  private final Optional<Changes> changes;

  /**
   * Of a crawl.
   *
   * @param state where it keeps its state; empty if nowhere: then it is a first crawl
   */
  Update(Optional<StateFolder> state, CrawlPlan plan, CrawlResult result) {
    this.state = state;
    this.plan = plan;
    this.result = result;
    this.isFirst = state.map(StateFolder::before).orElse(List.of()).isEmpty();
    boolean isCertain = plan.scope().sitemaps().problems().isEmpty();
    this.changes = state.filter(_ -> result.complete()).map(folder -> new Changes(folder.before(), result, isCertain));
  }

  /** Whether it is the update of an earlier crawl, and not over: what that one has left must stay as it is until then. */
  boolean isUnfinished() {
    return !isFirst && !result.complete();
  }

  /** The crawl with what stood before in place of each failure that may pass. */
  CrawlResult standing(Predicate<Visit> stands) {
    return changes.map(both -> both.standing(stands)).orElse(result);
  }

  /**
   * What to print.
   *
   * @param each whether each change is to be told of
   */
  List<String> lines(boolean each) {
    if (changes.isEmpty() || isFirst) {
      return each && changes.isPresent() ? List.of(line("update", "nothing to compare with: this was the first crawl")) : List.of();
    }
    Map<Change.Kind, Integer> counts = new EnumMap<>(Change.Kind.class);
    List<String> lines = new ArrayList<>();
    changes.get().forEach(change -> {
      counts.merge(change.kind(), 1, Integer::sum);
      if (each && change.kind() != Change.Kind.SAME) {
        lines.add(line(label(change.kind()), change.visit().url() + why(change)));
      }
    });
    lines.addFirst(line("update", summary(counts)));
    return lines;
  }

  private static String summary(Map<Change.Kind, Integer> counts) {
    return "%d new · %d changed · %d as before · %d failed and kept as before · %d gone and kept".formatted(
        count(counts, Change.Kind.NEW), count(counts, Change.Kind.CHANGED), count(counts, Change.Kind.SAME),
        count(counts, Change.Kind.FAILED), count(counts, Change.Kind.GONE));
  }

  private static int count(Map<Change.Kind, Integer> counts, Change.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private static String label(Change.Kind kind) {
    return switch (kind) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case SAME -> "as before";
      case FAILED -> "kept";
      case GONE -> "gone";
    };
  }

  private String why(Change change) {
    Optional<String> file = Optional.of(change).filter(c -> c.kind() == Change.Kind.GONE).flatMap(c -> file(c.visit()));
    return (change.why().isEmpty() ? "" : ": " + change.why()) + file.map(name -> "; its file stays: " + name).orElse("");
  }

  private Optional<String> file(Visit visit) {
    Optional<Path> out = plan.work().out();
    return visit instanceof Visit.Saved saved
        ? out.map(folder -> new SiteFolder(folder, plan.seed()).file(saved).toString())
        : Optional.empty();
  }

  /** Nothing is left to do: from now on another crawl is the update of this one. To be called last of all. */
  void finish() {
    changes.ifPresent(both -> {
      KeptReplies.of(plan.work()).ifPresent(replies -> both.forEach(change -> {
        if (change.kind() == Change.Kind.GONE) {
          replies.forget(change.visit().url());
        }
      }));
      state.orElseThrow().complete(both);
    });
  }

  private static String line(String label, String text) {
    return String.format(Locale.ROOT, "  %-12s %s", label, text);
  }
}
