package lab.crawl.async.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Consumer;
import lab.crawl.FetchResult;

/** One connection, which serves one exchange after another for as long as the server keeps it. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private final long maxBodyBytes;
  private final Consumer<Connection> whenIdle;
  private Channel channel;
  private Exchange exchange;
  private ReplyReader reply;

  /**
   * Not connected yet.
   *
   * @param whenIdle takes this connection after each exchange that leaves it usable
   */
  Connection(long maxBodyBytes, Consumer<Connection> whenIdle) {
    this.maxBodyBytes = maxBodyBytes;
    this.whenIdle = whenIdle;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context.channel();
  }

  Channel channel() {
    return channel;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  void close() {
    channel.close();
  }

  /** Sends the request of an exchange, which has this connection to itself until it ends. */
  void send(Exchange next) {
    exchange = next;
    reply = null;
    next.runsOn(channel);
    next.reached(Exchange.Stage.CONNECTED);
    next.sending();
    channel.writeAndFlush(next.request()).addListener(written -> {
      if (!written.isSuccess()) {
        next.fail(written.cause());
      }
    });
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) throws IOException {
    if (isIdle()) {
      // Nobody asked for these bytes, and the next reply must not begin with them.
      close();
      return;
    }
    if (message.decoderResult().isFailure()) {
      throw Faults.ofReply(message.decoderResult().cause());
    }
    if (message instanceof HttpResponse head) {
      begin(head);
    }
    if (message instanceof HttpContent piece && reply != null) {
      reply.add(piece.content());
      if (piece instanceof LastHttpContent) {
        end();
      }
    }
  }

  private void begin(HttpResponse head) throws IOException {
    // An informational reply is followed by the real one (RFC 9110, 15.2); 101 would be another protocol, which has no end.
    boolean interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL && head.status().code() != 101;
    if (!interim) {
      exchange.reached(Exchange.Stage.REPLYING);
      reply = new ReplyReader(head, maxBodyBytes);
    }
  }

  private void end() throws IOException {
    exchange.reached(Exchange.Stage.REPLIED);
    FetchResult.Reply whole = reply.whole();
    if (reply.leavesConnectionUsable() && isOpen()) {
      whenIdle.accept(this);
    } else {
      close();
    }
    // Last of all: whoever hears of the reply may want this connection for the next request.
    Exchange done = exchange;
    exchange = null;
    done.succeed(whole);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!isIdle()) {
      exchange.fail(new EOFException("the connection was closed before the reply was complete"));
    }
  }

  /** Comes with what the network did as well as with what this class threw; the exchange tells them apart. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (isIdle()) {
      close();
    } else {
      exchange.fail(cause);
    }
  }

  private boolean isIdle() {
    return exchange == null || exchange.isEnded();
  }
}
