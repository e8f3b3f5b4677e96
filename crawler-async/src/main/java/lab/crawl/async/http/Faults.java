package lab.crawl.async.http;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.DecoderException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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
      case IOException fault -> Optional.of(fault);
      // Wrappings: of what a step threw, of what a channel or a decoder (TLS is one) met.
      case CompletionException _ when e.getCause() != null -> inputOutput(e.getCause());
      case ChannelException _ when e.getCause() instanceof IOException fault -> Optional.of(fault);
      case DecoderException _ when e.getCause() instanceof IOException fault -> Optional.of(fault);
      case DecoderException _ -> Optional.of(new ProtocolException(e.toString()));
      default -> Optional.empty();
    };
  }
}
