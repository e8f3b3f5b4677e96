package lab.lecture.faults;

import java.util.concurrent.Semaphore;
import lab.crawl.FetchResult;
import okhttp3.HttpUrl;

/** <strong>Wrong on purpose:</strong> a fetch that failed keeps its permit. */
final class LeaksPermits implements Parts.Permits {
  private final Semaphore free;

  LeaksPermits(int width) {
    this.free = new Semaphore(width);
  }

  @Override
  public FetchResult fetch(Parts.Fetch fetch, HttpUrl url) throws InterruptedException {
    free.acquire();
    FetchResult result = fetch.of(url);
    if (result instanceof FetchResult.Failure) {
      return result;
    }
    free.release();
    return result;
  }
}
