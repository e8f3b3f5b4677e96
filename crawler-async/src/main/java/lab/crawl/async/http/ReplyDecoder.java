package lab.crawl.async.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.ProtocolException;
import java.util.List;

/**
 * Netty's decoder, as lenient as OkHttp where it would be stricter, for servers are as they are; and as attentive where it
 * would be less so.
 *
 * <p>Not {@code HttpClientCodec}: that also keeps track of HEAD and CONNECT, which we never send.
 */
final class ReplyDecoder extends HttpResponseDecoder {
  private static final int LONGEST_LINE = 64 << 10;
  private static final int LONGEST_HEAD = 256 << 10;
  private static final int LARGEST_PIECE = 64 << 10;

  private boolean betweenChunks;

  ReplyDecoder() {
    super(new HttpDecoderConfig()
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(LONGEST_HEAD)
        .setMaxChunkSize(LARGEST_PIECE)
        .setValidateHeaders(false)
        .setStrictLineParsing(false)
        .setUseRfc9112TransferEncoding(false));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
    super.decode(context, bytes, out);
    Object last = out.isEmpty() ? null : out.getLast();
    if (last instanceof HttpResponse head) {
      betweenChunks = HttpUtil.isTransferEncodingChunked(head);
    } else if (last instanceof LastHttpContent) {
      betweenChunks = false;
    }
  }

  /**
   * The server has closed the connection. Netty looks at the line with a chunk's size when it is whole; one that never will
   * be, but begins with what is no size, is garbage and not just the beginning of a lost reply.
   */
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf rest, List<Object> out) throws Exception {
    super.decodeLast(context, rest, out);
    if (betweenChunks && rest.isReadable() && !beginsLikeChunkSize(rest)) {
      HttpContent garbage = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
      garbage.setDecoderResult(DecoderResult.failure(new ProtocolException("not a chunk size")));
      out.add(garbage);
    }
  }

  private static boolean beginsLikeChunkSize(ByteBuf line) {
    char first = (char) line.getByte(line.readerIndex());
    return first == '\r' || first == '\n' || Character.digit(first, 16) >= 0;
  }
}
