package lab.lecture.wrong;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.async.http.Fetcher;
import lab.crawl.fetch.BlockingFetcher;
import okhttp3.HttpUrl;

/**
 * <strong>Wrong on purpose:</strong> looks as if it would tell the loop later, but waits for the reply first, on the loop. A
 * future that a method hands back says nothing about who waited for it. Meanwhile no other reply is heard of, no timer fires
 * and nothing else is asked for.
 *
 * <p>The loop sets {@code waiting} and {@link #close()}, from another thread, reads it: this object's monitor guards it.
 */
final class BlockingCalls implements Fetcher {
  private final BlockingFetcher fetcher;
  @GuardedBy("this")
  private Thread waiting;
  @GuardedBy("this")
  private boolean closed;

  BlockingCalls(CrawlPlan plan) {
    this.fetcher = new BlockingFetcher(plan);
  }

  @Override
  public CompletableFuture<FetchResult> fetch(HttpUrl url, Lane lane) {
    begin();
    try {
      return CompletableFuture.completedFuture(fetcher.fetch(url, lane));
    } catch (InterruptedException e) {
      return CompletableFuture.failedFuture(new CancellationException("the crawler is closed"));
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (closed) {
      throw new CancellationException("the crawler is closed");
    }
    waiting = Thread.currentThread();
  }

  private synchronized void end() {
    waiting = null;
    // If it came just after the reply: it was meant for this call, and the loop has other steps to do.
    Thread.interrupted();
  }

  /** Not a step for the loop: it would wait for the very call that it should end. */
  @Override
  public synchronized void close() {
    closed = true;
    if (waiting != null) {
      waiting.interrupt();
    }
    fetcher.close();
  }
}
