package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import lab.crawl.CrawlPlan;
import lab.crawl.Lane;
import lab.crawl.Spool;
import lab.crawl.async.ScriptedServer;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.fetch.Requests;
import lab.crawl.reply.ReplyReader;
import org.junit.jupiter.api.Test;

/** A bug in a handler must not look like a failed page, nor vanish into a log: it comes out of the fetch. */
class BugTest {

  @Test
  void aBugWhileAReplyIsReadComesOut() {
    IllegalStateException bug = new IllegalStateException("a bug");
    CrawlPlan plan = CrawlPlan.of("http://127.0.0.1:1/").build();
    Connection connection = new Connection(_ -> {
      throw bug;
    }, new byte[100]);
    EmbeddedChannel channel = new EmbeddedChannel(connection);
    Exchange exchange = new Exchange(plan.seed(), new Requests(plan), channel.eventLoop(), new FetchSpans(plan.seed(), Lane.NONE),
        new ReplyReader(new Spool(Optional.empty()), 1_000));
    connection.send(exchange);
    channel.writeInbound(Unpooled.copiedBuffer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> exchange.result().get(1, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class).hasCause(bug);
    assertThat(channel.isOpen()).isFalse();
    channel.finishAndReleaseAll();
  }

  @Test
  void aBugWhileAConnectionIsSetUpComesOut() throws Exception {
    IllegalStateException bug = new IllegalStateException("a bug");
    SslContext buggy = new DelegatingSslContext(SslContextBuilder.forClient().build()) {
      @Override
      protected void initEngine(SSLEngine engine) {
        throw bug;
      }
    };
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"))) {
      CrawlPlan plan = CrawlPlan.of("https://127.0.0.1:" + server.port() + "/").build();
      try (LoopClient client = new LoopClient(plan, Optional.of(buggy))) {
        assertThatThrownBy(() -> client.fetch(plan.seed().toString())).isSameAs(bug);
      }
    }
  }
}
