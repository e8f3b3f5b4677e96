package lab.crawl.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.Limits;
import lab.crawl.Scope;
import lab.crawl.Sitemaps;
import lab.crawl.Visit;
import lab.crawl.stage.SitemapReader;
import okhttp3.HttpUrl;

/** Fetches sitemaps and those that they name: once, before a crawl. */
final class SitemapFetcher {
  /** Redirects and indexes, one after another; the protocol knows only one level of indexes. */
  private static final int MOST_STEPS = 5;

  private static final int MOST_FILES = 1_000;

  /** All of them are in memory during the crawl, and in its plan. */
  private static final int MOST_PAGES = 1_000_000;

  private static final Limits LIMITS = new Limits(MOST_STEPS, MOST_FILES, Limits.UNLIMITED, Limits.UNLIMITED, Limits.UNLIMITED);

  private final EarlyRequests requests;
  private final Map<String, SitemapReader.Listed> read = new HashMap<>();

  SitemapFetcher(EarlyRequests requests) {
    this.requests = requests;
  }

  /**
   * What sitemaps list for a crawl.
   *
   * @param asked where they were looked for, in the words of the user
   * @param urls where they are
   */
  Sitemaps fetch(CrawlPlan plan, List<String> asked, List<HttpUrl> urls) {
    if (urls.isEmpty()) {
      return new Sitemaps(asked, List.of(), List.of());
    }
    CrawlResult result = requests.fetch(plan, urls, LIMITS, SitemapReader.MOST_BYTES, (url, reply) -> {
      SitemapReader.Listed listed = SitemapReader.read(url, reply.body());
      read.put(url.toString(), listed);
      return listed.isIndex() ? listed.urls() : List.of();
    });
    Collected collected = new Collected(plan.scope());
    result.visits().forEach(collected::add);
    if (result.left() > 0) {
      collected.problems.add(MOST_FILES + " sitemaps are the most that are asked for: " + result.left() + " left out");
    }
    return new Sitemaps(asked, collected.files, collected.problems);
  }

  /** What the files come to, one after another. */
  private final class Collected {
    private final Scope scope;
    private final List<Sitemaps.File> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int pages;

    Collected(Scope scope) {
      this.scope = scope;
    }

    void add(Visit visit) {
      switch (visit) {
        case Visit.Saved _ -> add(visit.url().toString(), read.get(visit.url().toString()));
        case Visit.Redirected _ -> { }
        case Visit.Failed failed -> problems.add(failed.url() + ": "
            + (failed.kind() == FailureKind.HTTP_STATUS ? failed.detail() : failed.kind().label() + " (" + failed.detail() + ")"));
        case Visit.Skipped skipped -> problems.add(
            skipped.url() + ": not asked for, because it is more than " + MOST_STEPS + " redirects and indexes away");
      }
    }

    private void add(String url, SitemapReader.Listed listed) {
      listed.problem().ifPresent(problem -> problems.add(url + ": " + problem));
      List<String> wanted = listed.isIndex() ? List.of() : listed.urls().stream().filter(scope::sameOrigin).toList();
      int elsewhere = listed.isIndex() ? 0 : listed.urls().size() - wanted.size();
      if (pages + wanted.size() > MOST_PAGES) {
        problems.add(url + ": left out, because all sitemaps together may list " + MOST_PAGES + " pages");
        return;
      }
      pages += wanted.size();
      files.add(new Sitemaps.File(url, wanted, elsewhere));
    }
  }
}
