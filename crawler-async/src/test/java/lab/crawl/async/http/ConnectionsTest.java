package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.Spool;
import lab.crawl.async.ScriptedServer;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.reply.ReplyReader;
import okhttp3.HttpUrl;
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
      CrawlPlan plan = server.plan().timeout(java.time.Duration.ofMillis(300)).maxBodyBytes(1_000).build();
      try (LoopClient client = new LoopClient(plan)) {
        assertFailed(client.fetch(server.url("/long")), FailureKind.TOO_LARGE);
        assertFailed(client.fetch(server.url("/silent")), FailureKind.TIMEOUT);
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
  void onlySoManyConnectionsAreMadeAtATime() throws Exception {
    int exchanges = Connections.MOST_AT_A_TIME + 3;
    List<CompletableFuture<Connection>> begun = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"));
        LoopClient client = new LoopClient(server.plan().build())) {
      Connections connections = new Connections((_, _) -> begin(begun));
      for (int i = 0; i < exchanges; i++) {
        connections.send(exchange(server, client));
      }
      assertThat(begun).hasSize(Connections.MOST_AT_A_TIME);

      begun.get(7).completeExceptionally(new ConnectException("refused"));
      assertThat(begun).as("one has failed, and the next has its turn").hasSize(Connections.MOST_AT_A_TIME + 1);
      begun.get(3).completeExceptionally(new ConnectException("refused"));
      begun.get(4).completeExceptionally(new ConnectException("refused"));
      begun.get(5).completeExceptionally(new ConnectException("refused"));
      assertThat(begun).hasSize(exchanges);
    }
  }

  @Test
  void afterCloseNoneIsMadeForThoseWhoWait() throws Exception {
    List<CompletableFuture<Connection>> begun = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"));
        LoopClient client = new LoopClient(server.plan().build())) {
      Connections connections = new Connections((_, _) -> begin(begun));
      for (int i = 0; i <= Connections.MOST_AT_A_TIME; i++) {
        connections.send(exchange(server, client));
      }
      connections.close();
      begun.getFirst().completeExceptionally(new ConnectException("refused"));

      assertThat(begun).hasSize(Connections.MOST_AT_A_TIME);
    }
  }

  private static Exchange exchange(ScriptedServer server, LoopClient client) {
    HttpUrl url = HttpUrl.get(server.url("/"));
    return new Exchange(url, server.plan().build().fetch(), client.loop(), new FetchSpans(url, Lane.NONE),
        new ReplyReader(new Spool(Optional.empty()), 1_000));
  }

  /** A connection that is being made until the test says what becomes of it. */
  private static CompletableFuture<Connection> begin(List<CompletableFuture<Connection>> begun) {
    begun.add(new CompletableFuture<>());
    return begun.getLast();
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
