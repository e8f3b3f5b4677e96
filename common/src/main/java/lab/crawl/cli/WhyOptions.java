package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Urls;
import okhttp3.HttpUrl;
import picocli.CommandLine.Option;

/** The option that asks why single URLs were fetched or not. */
final class WhyOptions {
  @Option(names = "--why", paramLabel = "URL",
      description = {
        "After the crawl say how this URL was found, by which rule it was fetched or not, and what came of it.",
        "Relative to the seed; may be given several times. Keeps all links of the crawl in memory."
      })
  private List<String> asked = List.of();

  private LinkGraph links; // null unless something is asked and a crawl was listened to

  /**
   * Checks what is asked before anything is crawled.
   *
   * @throws UsageException with one line, if it is about something that is no web address
   */
  void check(HttpUrl seed) {
    urls(seed);
  }

  /** The URLs that are asked about, each normalised as links are. */
  private List<HttpUrl> urls(HttpUrl seed) {
    return asked.stream().map(url -> Urls.resolve(seed, url).orElseThrow(() ->
        new UsageException("--why '" + url + "' is not a web address such as http://host/page or /page"))).toList();
  }

  /** The listener for the crawl: the same if nothing is asked. */
  CrawlListener listening(CrawlListener next) {
    if (asked.isEmpty()) {
      return next;
    }
    links = new LinkGraph(next);
    return links;
  }

  /** The answers, for a person. */
  List<String> answers(CrawlPlan plan, CrawlResult result) {
    List<String> lines = new ArrayList<>();
    Optional.ofNullable(links).map(graph -> new Why(plan, result, graph))
        .ifPresent(why -> urls(plan.seed()).forEach(url -> lines.addAll(why.answer(url))));
    return lines;
  }
}
