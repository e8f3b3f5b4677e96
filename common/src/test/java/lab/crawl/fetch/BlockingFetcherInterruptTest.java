package lab.crawl.fetch;

import static lab.crawl.fetch.ScriptedServer.hang;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BlockingFetcherInterruptTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptEndsTheWaitForAReplyAndTheConnection(boolean virtual) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch clientGone = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(hang(asked, clientGone));
        BlockingFetcher fetcher = new BlockingFetcher(BlockingFetcherTest.plan(server, 5))) {
      assertInterruptible(virtual, () -> fetcher.fetch(server.url("/")), asked);
      clientGone.await();
      assertThat(server.requests()).as("not tried again").hasSize(1);
    }
  }

  /** Connecting is the calling thread's work too: OkHttp would have one more thread for each connection. */
  @Test
  void anInterruptEndsAConnect() throws Exception {
    try (FailureKindsTest.FullBacklog full = new FailureKindsTest.FullBacklog();
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(full.url()).timeout(BlockingFetcherTest.LONGER_THAN_A_TEST).build())) {
      FutureTask<String> outcome = outcome(() -> fetcher.fetch(full.url()));
      Thread thread = Thread.ofPlatform().daemon().start(outcome);
      await().until(() -> Arrays.stream(thread.getStackTrace()).anyMatch(BlockingFetcherInterruptTest::connectsSocket));
      thread.interrupt();
      assertThat(outcome.get()).isEqualTo("interrupted");
    }
  }

  private static boolean connectsSocket(StackTraceElement frame) {
    return frame.getClassName().startsWith("sun.nio.ch.Socket") && frame.getMethodName().contains("onnect");
  }

  /** What does not end fails by the class's timeout. */
  private static void assertInterruptible(boolean virtual, Callable<FetchResult> fetch, CountDownLatch begun)
      throws Exception {
    FutureTask<String> outcome = outcome(fetch);
    Thread thread = virtual ? Thread.ofVirtual().start(outcome) : Thread.ofPlatform().daemon().start(outcome);
    begun.await();
    thread.interrupt();
    assertThat(outcome.get()).isEqualTo("interrupted");
  }

  private static FutureTask<String> outcome(Callable<FetchResult> fetch) {
    return new FutureTask<>(() -> {
      try {
        return String.valueOf(fetch.call());
      } catch (InterruptedException e) {
        return "interrupted";
      }
    });
  }
}
