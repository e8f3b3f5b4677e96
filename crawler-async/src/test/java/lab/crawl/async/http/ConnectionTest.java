package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.contract.OddReply;
import lab.crawl.CrawlPlan;
import lab.crawl.Lane;
import lab.crawl.Spool;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.fetch.Requests;
import lab.crawl.reply.ReplyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a connection does, read by read. A loop reads several times in a row, as long as there is something. */
class ConnectionTest {
  private static final String REPLY = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private final List<Connection> idle = new ArrayList<>();
  private final Connection connection = new Connection(idle::add, new byte[7]);
  private final EmbeddedChannel channel = new EmbeddedChannel(connection);
  private final Exchange exchange = exchange();

  private Exchange exchange() {
    CrawlPlan plan = CrawlPlan.of("http://127.0.0.1:1/").build();
    return new Exchange(plan.seed(), new Requests(plan), channel.eventLoop(), new FetchSpans(plan.seed(), Lane.NONE),
        new ReplyReader(new Spool(Optional.empty()), 1_000));
  }

  @AfterEach
  void giveBackAllBuffers() {
    channel.finishAndReleaseAll();
  }

  @Test
  void itIsIdleWhenTheReplyIsThere() throws Exception {
    connection.send(exchange);
    channel.writeInbound(bytes(REPLY));
    assertHello();
    assertThat(idle).containsExactly(connection);
    assertThat(channel.isOpen()).isTrue();
  }

  /** Whoever hears of the reply might take the connection at once, and what is still to be read for its own reply. */
  @Test
  void itIsNotIdleBeforeAllWasRead() throws Exception {
    connection.send(exchange);
    channel.writeOneInbound(bytes(REPLY));
    assertThat(exchange.result()).as("more may follow").isNotDone();
    channel.writeOneInbound(bytes(REPLY));
    channel.flushInbound();
    assertHello();
    assertThat(idle).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whatComesWhileItIsIdleClosesIt() throws Exception {
    connection.send(exchange);
    channel.writeInbound(bytes(REPLY));
    channel.writeInbound(bytes("HTTP/1.1 408 Request Timeout\r\n\r\n"));
    assertHello();
    assertThat(channel.isOpen()).isFalse();
  }

  private void assertHello() throws Exception {
    assertThat(OddReply.body(exchange.result().get(0, TimeUnit.SECONDS))).isEqualTo("hello");
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }
}
