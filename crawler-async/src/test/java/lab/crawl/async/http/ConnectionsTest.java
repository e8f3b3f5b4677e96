package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.async.ScriptedServer;
import org.junit.jupiter.api.Test;

/** When a connection is kept, used again, replaced and closed, as the server sees it. */
class ConnectionsTest {

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"));
        LoopClient client = new LoopClient(server.plan().build())) {
      for (int i = 0; i < 20; i++) {
        assertSaved(client.fetch(server.url("/" + i)));
      }
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatTheServerWillCloseIsNot() throws Exception {
    String page = ScriptedServer.page("hello").replaceFirst("\r\n", "\r\nConnection: close\r\n");
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(page);
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      for (int i = 0; i < 3; i++) {
        assertSaved(client.fetch(server.url("/" + i)));
      }
      assertThat(server.accepted()).isEqualTo(3);
      await().until(() -> server.open() == 0);
    }
  }

  @Test
  void aStaleConnectionIsReplacedOnceWithoutCountingAsARetry() throws Exception {
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      talk.request(); // and goes without a word
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      for (int i = 0; i < 5; i++) {
        assertSaved(client.fetch(server.url("/" + i)));
      }
      assertThat(server.accepted()).isEqualTo(5);
    }
  }

  @Test
  void aFreshConnectionThatIsLostFailsThePage() throws Exception {
    ScriptedServer.Script script = talk -> {
      if (talk.number() == 1) {
        talk.request();
        talk.send(ScriptedServer.page("hello"));
      }
      talk.request(); // and goes without a word
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      assertSaved(client.fetch(server.url("/a")));
      assertFailed(client.fetch(server.url("/b")), FailureKind.CONNECTION_LOST);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aReusedConnectionThatIsLostWithinAReplyFailsThePage() throws Exception {
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      talk.request();
      talk.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhe");
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      assertSaved(client.fetch(server.url("/a")));
      assertFailed(client.fetch(server.url("/b")), FailureKind.CONNECTION_LOST);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void bytesThatNobodyAskedForNeverBeginTheNextReply() throws Exception {
    ScriptedServer.Script script = talk -> {
      while (talk.request() != null) {
        talk.send(ScriptedServer.page("hello") + ScriptedServer.page("intruder"));
      }
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      for (int i = 0; i < 10; i++) {
        assertSaved(client.fetch(server.url("/" + i)));
      }
    }
  }

  /** Not only what is left over: also what comes while the connection rests. */
  @Test
  void whatComesUnaskedIsNoReply() throws Exception {
    CountDownLatch rests = new CountDownLatch(1);
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      rests.await();
      talk.send("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      assertSaved(client.fetch(server.url("/a")));
      rests.countDown();
      await().until(() -> server.open() == 0);
      assertSaved(client.fetch(server.url("/b")));
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** A page that is worked on keeps the loop from reading. */
  @Test
  void whatComesUnaskedWhileTheLoopIsBusyIsNoReply() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      if (talk.number() == 1) {
        busy.await();
        talk.send(ScriptedServer.page("intruder"));
        said.countDown();
      }
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      Callable<?> work = () -> {
        busy.countDown();
        return said.await(60, TimeUnit.SECONDS);
      };
      assertSaved(client.fetch(server.url("/a"), work, server.url("/b")));
    }
  }

  /** It had gone before the request came, but couldn't say so any sooner. */
  @Test
  void a408OnAConnectionThatWasKeptIsNoAnswer() throws Exception {
    ScriptedServer.Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      talk.request();
      talk.send("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      assertSaved(client.fetch(server.url("/a")));
      assertSaved(client.fetch(server.url("/b")));
      assertThat(server.requests()).hasSize(3);
    }
  }

  /** The others may well be open still. */
  @Test
  void oneStaleConnectionIsReplacedAndTheOthersAreKept() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    ScriptedServer.Script script = talk -> {
      talk.request();
      if (talk.number() <= 2) {
        both.await(60, TimeUnit.SECONDS);
      }
      talk.send(ScriptedServer.page("hello"));
      while (talk.target().equals("/kept")) {
        talk.send(ScriptedServer.page("hello"));
      }
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().build())) {
      CompletableFuture<FetchResult> one = client.begin(server.url("/1"));
      assertSaved(client.fetch(server.url("/2")));
      assertSaved(one.get(60, TimeUnit.SECONDS));
      assertSaved(client.fetch(server.url("/gone")));
      assertThat(server.accepted()).isEqualTo(3);
      CompletableFuture<FetchResult> three = client.begin(server.url("/kept"));
      assertSaved(client.fetch(server.url("/kept")));
      assertSaved(three.get(60, TimeUnit.SECONDS));
      assertThat(server.accepted()).isEqualTo(3);
    }
  }

  @Test
  void aFailureIsNotTriedAgain() throws Exception {
    try (ScriptedServer server = new ScriptedServer(talk -> talk.request());
        LoopClient client = new LoopClient(server.plan().retries(2).build())) {
      assertFailed(client.fetch(server.url("/")), FailureKind.CONNECTION_LOST);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aTimeoutOrTooLongABodyClosesTheConnection() throws Exception {
    ScriptedServer.Script script = talk -> {
      if (talk.target().equals("/long")) {
        talk.send("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000));
      }
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan soon = server.plan().timeout(java.time.Duration.ofMillis(300)).build();
      try (LoopClient client = new LoopClient(server.plan().maxBodyBytes(1_000).build()); LoopClient impatient = new LoopClient(soon)) {
        assertFailed(client.fetch(server.url("/long")), FailureKind.TOO_LARGE);
        assertFailed(impatient.fetch(server.url("/silent")), FailureKind.TIMEOUT);
        await().until(() -> server.open() == 0);
      }
    }
  }

  @Test
  void asManyFetchesAreInFlightAsAreAsked() throws Exception {
    int width = 2 * Connections.MOST_AT_A_TIME + 1;
    CyclicBarrier all = new CyclicBarrier(width);
    ScriptedServer.Script script = talk -> {
      while (talk.request() != null) {
        all.await(60, TimeUnit.SECONDS);
        talk.send(ScriptedServer.page("hello"));
      }
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(server.plan().concurrency(width).build())) {
      for (int round = 0; round < 3; round++) {
        List<CompletableFuture<FetchResult>> fetches = new ArrayList<>();
        for (int i = 0; i < width; i++) {
          fetches.add(client.begin(server.url("/" + i)));
        }
        for (CompletableFuture<FetchResult> fetch : fetches) {
          assertSaved(fetch.get(60, TimeUnit.SECONDS));
        }
      }
      assertThat(server.accepted()).isEqualTo(width);
    }
  }

  @Test
  void closingGivesUpWhatIsInFlight() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedServer.Script script = talk -> {
      talk.request();
      asked.countDown();
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      LoopClient client = new LoopClient(server.plan().retries(5).build());
      CompletableFuture<FetchResult> fetch = client.begin(server.url("/"));
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      client.close();
      assertThatThrownBy(() -> fetch.get(60, TimeUnit.SECONDS)).hasRootCauseInstanceOf(CancellationException.class);
      await().until(() -> server.open() == 0);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static void assertSaved(FetchResult result) {
    assertThat(result).isInstanceOfSatisfying(
        FetchResult.Reply.class, reply -> assertThat(reply.body().length()).isEqualTo("hello".length()));
  }

  private static void assertFailed(FetchResult result, FailureKind kind) {
    assertThat(result).isInstanceOfSatisfying(
        FetchResult.Failure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
