package lab.crawl.async.http;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import okhttp3.HttpUrl;

/** How an event loop fetches: it asks, goes on with other things, and is told. */
public interface Fetcher extends AutoCloseable {

  /**
   * Fetches a URL, as often as the plan's retries allow. To be called on the loop.
   *
   * @param url on the origin of the plan's seed
   * @param lane for the fetch's spans: it may overlap with others
   * @return the last attempt's result, on the loop; completed exceptionally by a bug, or when the fetcher is closed
   * @throws CancellationException if the fetcher is closed already
   */
  CompletableFuture<FetchResult> fetch(HttpUrl url, Lane lane);

  /** Gives up what is being fetched; nothing can be fetched any more. Idempotent; any thread may call it. */
  @Override
  void close();
}
