package lab.crawl.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.copy.BrowsableCopy;
import lab.crawl.copy.LinkCheck;
import lab.crawl.stage.SiteFolder;
import picocli.CommandLine.Option;

/** What becomes of the files of {@code --out} when the crawl is over. */
final class CopyOptions {
  @Option(names = "--keep-originals",
      description = "With --out: keep what pages, style sheets and drawings were before their links were rewritten, as NAME.orig.")
  private boolean keepOriginals;

  @Option(names = "--link-check", description = "With --out: list the links between its files that lead nowhere; exit code 1 if there are any.")
  private boolean linkCheck;

  /** What is to be said of the copy, and whether all is well with it. */
  record Made(List<String> lines, boolean isWell) {}

  /**
   * Refuses what makes no sense.
   *
   * @throws UsageException with one line that says what to change
   */
  void check(CrawlOptions options) {
    if (!options.isWritten() && (keepOriginals || linkCheck)) {
      throw new UsageException((keepOriginals ? "--keep-originals" : "--link-check") + " is about the files of --out: give --out DIR, too");
    }
  }

  /**
   * Makes the copy, if there is an output folder. The time that it takes is none of the crawl's.
   *
   * @throws java.io.UncheckedIOException with one line that names the file, if one can't be read or written
   */
  Made make(CrawlPlan plan, CrawlResult result, Update update) {
    if (plan.work().out().isEmpty()) {
      return new Made(List.of(), true);
    }
    if (update.isUnfinished()) {
      return new Made(List.of(line("copy", "%s stays as it was until the update is over", plan.work().out().get())), true);
    }
    SiteFolder site = new SiteFolder(plan.work().out().get(), plan.seed());
    long begin = System.nanoTime();
    BrowsableCopy copy = new BrowsableCopy(site, result, update.standing(visit -> isThere(site, visit)));
    copy.make(keepOriginals);
    List<String> lines = new ArrayList<>();
    boolean isKept = keepOriginals || !result.complete();
    lines.add(line("copy", "%s opens in a browser: links rewritten in %.2f s after the crawl%s",
        copy.file(plan.seed()).orElse(site.folder()), (System.nanoTime() - begin) / 1e9,
        isKept ? "; the files as they came are beside, as .orig" : ""));
    return linkCheck ? check(site, result, lines) : new Made(lines, true);
  }

  private static boolean isThere(SiteFolder site, Visit visit) {
    return !(visit instanceof Visit.Saved saved) || Files.exists(site.file(saved));
  }

  private static Made check(SiteFolder site, CrawlResult result, List<String> lines) {
    LinkCheck check = LinkCheck.of(site, result);
    lines.add(line("link check", "%s read · %s between files · %d of them dead",
        Counted.of(check.files(), "file"), Counted.of(check.references(), "link"), check.dead().size()));
    check.dead().forEach(dead -> lines.add(line("dead", "%s: %s", dead.file(), dead.target())));
    return new Made(lines, check.dead().isEmpty());
  }

  private static String line(String label, String format, Object... values) {
    return String.format(Locale.ROOT, "  %-12s %s", label, String.format(Locale.ROOT, format, values));
  }
}
