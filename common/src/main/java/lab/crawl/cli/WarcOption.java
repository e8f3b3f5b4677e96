package lab.crawl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.warc.WarcFile;
import picocli.CommandLine.Option;

/** Whether the crawl's exchanges are archived. */
final class WarcOption {
  @Option(names = "--warc", paramLabel = "FILE",
      description = {
        "Archive each request and reply, as they were sent, in a WARC 1.1 file. It is packed unless",
        "its name ends with .warc; the usual end is .warc.gz."
      })
  private Optional<Path> file = Optional.empty();

  /**
   * The plan with that.
   *
   * @throws UsageException with one line, if there can be no such file
   */
  CrawlPlan in(CrawlPlan plan) {
    Places.checkFile("--warc", file);
    return file.map(plan::archivedIn).orElse(plan);
  }

  /**
   * Refuses to replace an archive by that of an update, which refers to it for what hasn't changed.
   *
   * @throws UsageException with one line, if there is such a file
   */
  void checkIsNew() {
    file.filter(Files::exists).ifPresent(old -> {
      throw new UsageException("--warc: an update's archive refers to that of the crawl before, and " + old + " may be that: name another file");
    });
  }

  /**
   * Writes what was visited, if that is wanted.
   *
   * @param plan by which it was crawled
   * @param mayGoOn whether the same crawl may go on another time, if it isn't complete
   * @throws java.io.UncheckedIOException with one line that names the file
   */
  void write(CrawlPlan plan, CrawlResult result, boolean mayGoOn) {
    file.ifPresent(warc -> WarcFile.write(warc, plan, result, mayGoOn));
  }
}
