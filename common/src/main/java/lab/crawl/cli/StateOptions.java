package lab.crawl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Visit;
import lab.crawl.measure.PlanRecord;
import lab.crawl.state.CrawlStatus;
import lab.crawl.state.StateException;
import lab.crawl.state.StateFolder;
import picocli.CommandLine.Option;

/** The options of a crawl that can be ended by anything and goes on by the same command. */
final class StateOptions {
  static final String STATUS = "--status";

  @Option(names = "--state", paramLabel = "DIR",
      description = {
        "Keep in DIR what is done. After Ctrl-C, a crash or a kill the same command goes on:",
        "nothing that is done is asked for again, and the result is the same."
      })
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--update",
      description = {
        "With --state: bring what an earlier crawl has left up to date. Replies are kept in DIR, and the next time only what has changed is",
        "sent again. What the site has no more stays. The first time it is a crawl as any other, and keeps the replies."
      })
  private boolean update;

  @Option(names = "--changes",
      description = "With --state: list what is new, changed, gone or kept (because it failed) since the crawl before the last update.")
  private boolean changes;

  @Option(names = STATUS, paramLabel = "DIR",
      description = "Only tell how far the crawl is that keeps its state in DIR; it may be going on.")
  private Optional<Path> status = Optional.empty();

  /**
   * Refuses what makes no sense.
   *
   * @throws UsageException with one line that says what to change
   */
  void check(WarcOption warc) {
    if (folder.isEmpty() && (update || changes)) {
      throw new UsageException((update ? "--update" : "--changes") + " is about an earlier crawl: name the folder of its state with --state DIR");
    }
    Places.checkFolder("--state", folder);
    if (isUpdateDue()) {
      warc.checkIsNew();
    }
  }

  private boolean isUpdateDue() {
    return update && folder.filter(StateFolder::isUpdateDue).isPresent();
  }

  /** The plan with what it must know of this. */
  CrawlPlan in(CrawlPlan plan) {
    return update ? plan.keepingRepliesIn(StateFolder.replies(folder.orElseThrow())) : plan;
  }

  /** What to print of an update. */
  List<String> lines(Update made) {
    return made.lines(changes);
  }

  /**
   * The plan of the crawl that now goes on: what robots.txt and sitemaps said when it was begun isn't asked for again. Empty if none does.
   *
   * @throws UsageException with one line, if the folder can't be used
   */
  Optional<CrawlPlan> begun() {
    try {
      return folder.filter(_ -> !isUpdateDue()).flatMap(StateFolder::plan).map(PlanRecord::toPlan);
    } catch (StateException e) {
      throw new UsageException("--state: " + e.getMessage());
    }
  }

  /**
   * Takes the folder, if there is one.
   *
   * @return the caller closes it; empty if nothing is to be kept
   * @throws UsageException with one line, if it can't be used for this crawl
   * @throws UncheckedIOException with one line, if some robots.txt couldn't be read
   */
  Optional<StateFolder> open(CrawlPlan plan) {
    if (folder.isPresent()) {
      // Else the whole crawl would have to go by a file that nobody could read, whenever it goes on.
      RobotsNotes.unreadable(plan).ifPresent(line -> {
        throw new UncheckedIOException(line, new IOException(line));
      });
    }
    try {
      return folder.map(dir -> update ? StateFolder.openForUpdate(dir, PlanRecord.of(plan)) : StateFolder.open(dir, PlanRecord.of(plan)));
    } catch (StateException e) {
      throw new UsageException("--state: " + e.getMessage());
    }
  }

  /** What to print, if only the status is wanted. */
  Optional<List<String>> statusLines() {
    try {
      return status.map(dir -> lines(dir, StateFolder.status(dir)));
    } catch (StateException e) {
      throw new UsageException("--status: " + e.getMessage());
    }
  }

  private static List<String> lines(Path dir, CrawlStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add(status.plan().seed() + " in " + dir);
    lines.add(line("state", status.isComplete() ? "complete" : status.running() ? "going on" : "not complete: the same command goes on with it"));
    lines.add(line("pages", "%d saved · %d redirected · %d failed · %d wait".formatted(
        status.result().count(Visit.Saved.class), status.result().count(Visit.Redirected.class),
        status.result().count(Visit.Failed.class), status.waiting())));
    lines.add(line("bytes", String.format(Locale.ROOT, "%.1f MB", status.result().savedBytes() / 1e6)));
    return lines;
  }

  private static String line(String label, String text) {
    return "  %-12s %s".formatted(label, text);
  }
}
