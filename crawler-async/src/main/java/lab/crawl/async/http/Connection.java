package lab.crawl.async.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.crawl.FetchResult;
import lab.crawl.reply.ReplyParser;

/** One connection, which serves one exchange after another for as long as the server keeps it. */
final class Connection extends ChannelInboundHandlerAdapter {
  private final Consumer<Connection> whenIdle;
  private final byte[] piece;
  private Channel channel;
  private Exchange exchange; // null before the first and after each
  private ReplyParser reply; // null before the first exchange
  private boolean leftOver;
  private ScheduledFuture<?> pause; // null unless nothing more may be received for a while

  /**
   * Not connected yet.
   *
   * @param whenIdle takes this connection after each exchange that leaves it usable
   * @param piece room for bytes on their way; all connections of a loop may share it
   */
  Connection(Consumer<Connection> whenIdle, byte[] piece) {
    this.whenIdle = whenIdle;
    this.piece = piece;
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

  /** Whether another exchange may follow. What has come since the last one is no reply, though the loop had no time to read it. */
  boolean isReusable() {
    return isOpen() && !((WireChannel) channel).hasUnread();
  }

  void close() {
    channel.close();
  }

  /** Sends the request of an exchange, which has this connection to itself until it ends. */
  void send(Exchange next) {
    exchange = next;
    reply = new ReplyParser(reply != null);
    next.runsOn(channel);
    next.reached(Exchange.Stage.CONNECTED);
    next.sending();
    channel.writeAndFlush(next.request()).addListener(written -> {
      if (!written.isSuccess()) {
        next.fail(written.cause());
      }
    });
    // Not before: what a server says first of all is a part of its reply, and not something that nobody asked for.
    channel.config().setAutoRead(true);
  }

  /** Some more bytes of the current request are sent. */
  void sent(ByteBuf bytes) {
    exchange.sent(ByteBufUtil.getBytes(bytes));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
    ByteBuf bytes = (ByteBuf) message;
    try {
      if (isIdle()) {
        // Nobody asked for these bytes, and the next reply must not begin with them.
        close();
      } else {
        take(bytes);
      }
    } finally {
      bytes.release();
    }
  }

  private void take(ByteBuf bytes) throws IOException {
    pause(exchange.received(bytes.readableBytes()));
    while (bytes.isReadable() && !leftOver && !exchange.hasEnough()) {
      int count = Math.min(piece.length, bytes.readableBytes());
      bytes.readBytes(piece, 0, count);
      leftOver = reply.take(piece, 0, count, exchange) < count;
    }
  }

  /** What comes meanwhile stays with the system, and when that is full with the sender. */
  private void pause(long nanos) {
    if (nanos > 0) {
      if (pause != null) {
        pause.cancel(false);
      }
      channel.config().setAutoRead(false);
      pause = channel.eventLoop().schedule(this::goOn, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void goOn() {
    pause = null;
    channel.config().setAutoRead(true);
    // By way of the pipeline, which catches what is thrown.
    channel.pipeline().fireChannelReadComplete();
  }

  /** All that was there has been read: only now it is known whether something follows the reply. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    // Else short replies, which come in one piece, would come at any rate.
    if (pause == null && !isIdle() && (reply.isWhole() || exchange.hasEnough())) {
      end();
    }
  }

  private void end() {
    exchange.reached(Exchange.Stage.REPLIED);
    FetchResult result = exchange.reply();
    Exchange done = exchange;
    if (reply.keepsConnection() && !leftOver && isOpen()) {
      whenIdle.accept(this);
      exchange = null;
    } else {
      exchange = null;
      close();
    }
    // Last of all: whoever hears of the reply may want this connection for the next request.
    done.succeed(result);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws IOException {
    if (!isIdle()) {
      reply.closed();
      end();
    }
  }

  /** With TLS the server says that it has said all; some then wait for the client to close the connection. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == SslCloseCompletionEvent.SUCCESS) {
      close();
    }
  }

  /** Comes with what the network did as well as with what this class threw; the exchange tells them apart. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Bytes that are no TLS end a connection as if it had been closed, as in the JDK's sockets.
    if (isIdle() || cause.getCause() instanceof NotSslRecordException) {
      close();
    } else {
      exchange.fail(cause);
    }
  }

  private boolean isIdle() {
    return exchange == null || exchange.isEnded();
  }
}
