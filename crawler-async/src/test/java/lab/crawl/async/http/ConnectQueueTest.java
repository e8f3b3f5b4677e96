package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lab.crawl.Lane;
import lab.crawl.Spool;
import lab.crawl.async.ScriptedServer;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.fetch.Requests;
import lab.crawl.reply.ReplyReader;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Whoever needs a new connection waits for a turn. */
class ConnectQueueTest {

  @Test
  void onlySoManyConnectionsAreMadeAtATime() throws Exception {
    int exchanges = Connections.MOST_AT_A_TIME + 3;
    List<CompletableFuture<Connection>> begun = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"));
        LoopClient client = new LoopClient(server.plan().build())) {
      Connections connections = new Connections((_, _) -> begin(begun), new IdleConnections(8), true);
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
      Connections connections = new Connections((_, _) -> begin(begun), new IdleConnections(8), true);
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
    return new Exchange(url, new Requests(server.plan().build()), client.loop(), new FetchSpans(url, Lane.NONE),
        new ReplyReader(new Spool(Optional.empty()), 1_000));
  }

  /** A connection that is being made until the test says what becomes of it. */
  private static CompletableFuture<Connection> begin(List<CompletableFuture<Connection>> begun) {
    begun.add(new CompletableFuture<>());
    return begun.getLast();
  }
}
