package lab.crawl.async.http;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import okhttp3.HttpUrl;

/** How an event loop fetches: it asks, goes on with other things, and is told. */
public interface Fetcher extends AutoCloseable {

  /**
   * Fetches a URL once: whether it is tried again is up to the crawl's frontier. To be called on the loop.
   *
   * @param url on the origin of the plan's seed
   * @param lane for the fetch's spans: it may overlap with others
   * @return what came of it, on the loop, whatever came; completed exceptionally by a bug, or when the fetcher is closed
   * @throws CancellationException if the fetcher is closed already
   */
  CompletableFuture<FetchResult> fetch(HttpUrl url, Lane lane);

  /** Gives up what is being fetched; nothing can be fetched any more. Idempotent; any thread may call it. */
  @Override
  void close();
}
