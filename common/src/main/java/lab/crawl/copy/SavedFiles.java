package lab.crawl.copy;

import java.util.Optional;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.stage.CopyFiles;
import lab.crawl.stage.FilePaths;
import okhttp3.HttpUrl;

/** The files that a crawl has saved. They are worked out again each time, so that nothing but the crawl's result needs memory. */
record SavedFiles(HttpUrl home, CrawlResult result) implements CopyFiles {
  /** As browsers do (Fetch standard, 4.4). */
  private static final int MOST_REDIRECTS = 20;

  @Override
  public Optional<String> of(String url) {
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
