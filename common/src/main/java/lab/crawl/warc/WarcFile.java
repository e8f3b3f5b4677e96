package lab.crawl.warc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.WholeFile;

/**
 * Puts the archive together when the crawl is over: what it was, what each robots.txt and sitemap said, and then each page's records in
 * the order of URLs. Killed in the middle, it can be done again.
 */
public final class WarcFile {
  private WarcFile() {}

  /**
   * Writes the file, and removes what it was made of. A reader sees the old file or the whole new one.
   *
   * @param result complete or not: what was visited is archived
   * @param mayGoOn whether the same crawl may go on another time, if it isn't complete: what the file was made of stays for that
   * @throws UncheckedIOException with one line that names the file
   */
  public static void write(Path warc, CrawlPlan plan, CrawlResult result, boolean mayGoOn) {
    PageRecords pages = new PageRecords(warc);
    if (isDone(warc, pages, result)) {
      remove(pages.folder());
      return;
    }
    Set<String> early = early(plan);
    early.removeIf(url -> !Files.exists(pages.file(url)));
    WholeFile.write(warc, part -> {
      try (WarcOutput out = new WarcOutput(part, PageRecords.isPacked(warc))) {
        out.write(CrawlInfo.record(warc, plan));
        Payloads payloads = new Payloads(out);
        for (String url : early) {
          payloads.add(pages.file(url));
        }
        for (Visit visit : result.visits()) {
          if (hasExchange(visit) && !early.contains(visit.url().toString())) {
            payloads.add(page(pages.file(visit.url().toString()), visit));
          }
        }
      }
      return part;
    });
    if (result.complete() || !mayGoOn) {
      remove(pages.folder());
    }
  }

  /** What was asked for before the crawl, if it had an answer. */
  private static Set<String> early(CrawlPlan plan) {
    Set<String> urls = new LinkedHashSet<>();
    plan.robots().origins().keySet().forEach(origin -> urls.add(origin + "robots.txt"));
    plan.scope().sitemaps().files().forEach(file -> urls.add(file.url()));
    return urls;
  }

  private static Path page(Path file, Visit visit) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("what was exchanged for " + visit.url() + " isn't in " + file.getParent() + ": crawl anew");
    }
    return file;
  }

  /** A crawl that goes on where it was may have come to its very end before; at most robots.txt and sitemaps were asked for since. */
  private static boolean isDone(Path warc, PageRecords pages, CrawlResult result) {
    return Files.exists(warc) && result.visits().stream().anyMatch(WarcFile::hasExchange)
        && result.visits().stream().filter(WarcFile::hasExchange).noneMatch(visit -> Files.exists(pages.file(visit.url().toString())));
  }

  /** What failed for another reason than its status had no complete reply. */
  private static boolean hasExchange(Visit visit) {
    return switch (visit) {
      case Visit.Saved _, Visit.Redirected _ -> true;
      case Visit.Skipped _ -> false;
      case Visit.Failed failed -> failed.kind() == FailureKind.HTTP_STATUS;
    };
  }

  /** First it gets another name, so that no half of it is ever taken for what is to be archived. */
  private static void remove(Path folder) {
    Path done = folder.resolveSibling(folder.getFileName() + "~done");
    try {
      if (Files.exists(folder)) {
        removeWithFiles(done); // of a crawl that was killed here
        Files.move(folder, done, StandardCopyOption.ATOMIC_MOVE);
      }
      removeWithFiles(done);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder + ": " + e, e);
    }
  }

  private static void removeWithFiles(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
