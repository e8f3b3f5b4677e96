package lab.crawl.async.http;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Tells what the network did from what we did wrong: the first fails a page, the second is a bug. */
final class Faults {
  private Faults() {}

  /** The I/O fault that something thrown stands for; empty if it is a bug. */
  static Optional<IOException> inputOutput(Throwable e) {
    return switch (e) {
      // Netty has no other type for it.
      case SSLHandshakeException _ when String.valueOf(e.getMessage()).startsWith("Connection closed") ->
          Optional.of(new EOFException(e.getMessage()));
      // It shows all that has come, and the other no word; the JDK says it so.
      case NotSslRecordException _ -> Optional.of(new SSLException("Unsupported or unrecognized SSL message"));
      case ClosedChannelException _ -> Optional.of(new EOFException("the connection was closed"));
      case IOException fault -> Optional.of(fault);
      // Wrappings: of what a step threw, of what a channel or a decoder (TLS is one) met.
      case CompletionException _ when e.getCause() != null -> inputOutput(e.getCause());
      case ChannelException _ when e.getCause() instanceof IOException fault -> Optional.of(fault);
      case DecoderException _ when e.getCause() instanceof IOException -> inputOutput(e.getCause());
      case DecoderException _ -> Optional.of(new ProtocolException(e.toString()));
      default -> Optional.empty();
    };
  }
}
