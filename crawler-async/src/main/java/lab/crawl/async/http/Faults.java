package lab.crawl.async.http;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import lab.crawl.BodyTooLongException;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.fetch.Failures;

/** Tells what the network did from what we did wrong: the first fails a page, the second is a bug. */
final class Faults {
  private Faults() {}

  /** The I/O fault that something thrown stands for; empty if it is a bug. */
  static Optional<IOException> inputOutput(Throwable e) {
    return switch (e) {
      case IOException fault -> Optional.of(fault);
      // Wrappings: of what a step threw, of what a channel or a decoder (TLS is one) met.
      case CompletionException _ when e.getCause() != null -> inputOutput(e.getCause());
      case ChannelException _ when e.getCause() instanceof IOException fault -> Optional.of(fault);
      case DecoderException _ when e.getCause() instanceof IOException fault -> Optional.of(fault);
      case DecoderException _ -> Optional.of(ofReply(e));
      default -> Optional.empty();
    };
  }

  /** What Netty's decoder says of a reply that it can't read: it broke off, or it is no HTTP. */
  static IOException ofReply(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    IOException fault =
        cause instanceof PrematureChannelClosureException ? new EOFException(message) : new ProtocolException(message);
    fault.initCause(cause);
    return fault;
  }

  /** The failure that an I/O fault is at that stage, of the same kind as {@link lab.crawl.fetch.BlockingFetcher} gives. */
  static FetchResult.Failure failure(IOException fault, Exchange.Stage stage) {
    return fault instanceof BodyTooLongException
        ? new FetchResult.Failure(FailureKind.TOO_LARGE, fault.getMessage())
        : Failures.of(fault, stage != Exchange.Stage.CONNECTING, stage == Exchange.Stage.REPLIED);
  }
}
