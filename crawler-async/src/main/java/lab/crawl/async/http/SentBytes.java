package lab.crawl.async.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Shows a connection the bytes of its requests on their way out, before TLS: an archive has them as they were sent. */
final class SentBytes extends ChannelOutboundHandlerAdapter {
  private final Connection connection;

  SentBytes(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      connection.sent(bytes);
    }
    context.write(message, promise);
  }
}
