package lab.crawl.copy;

import java.util.Optional;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.stage.CopyFiles;
import lab.crawl.stage.FilePaths;
import lab.crawl.stage.RecentAnswers;
import okhttp3.HttpUrl;

/** The files that a crawl has saved. They are worked out from the crawl's result, so that nothing else needs memory. */
final class SavedFiles implements CopyFiles {
  /** As browsers do (Fetch standard, 4.4). */
  private static final int MOST_REDIRECTS = 20;

  /** Longer URLs are looked for each time, or a few could fill the heap. */
  private static final int LONGEST_KNOWN = 512;

  private final HttpUrl home;
  private final CrawlResult result;
  private final RecentAnswers<String, Optional<String>> known = new RecentAnswers<>();

  SavedFiles(HttpUrl home, CrawlResult result) {
    this.home = home;
    this.result = result;
  }

  /** Whether there was a visit to that very URL. */
  boolean wasVisited(String url) {
    return result.find(url).isPresent();
  }

  @Override
  public Optional<String> of(String url) {
    return url.length() <= LONGEST_KNOWN ? known.get(url, this::find) : find(url);
  }

  private Optional<String> find(String url) {
    Optional<Visit> visit = result.find(url);
    for (int redirects = 0; redirects < MOST_REDIRECTS && visit.isPresent(); redirects++) {
      switch (visit.get()) {
        case Visit.Saved saved -> {
          return Optional.of(FilePaths.of(home, saved.url(), saved.type()));
        }
        case Visit.Redirected redirected -> visit = result.find(redirected.target().toString());
        case Visit.Skipped _, Visit.Failed _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
