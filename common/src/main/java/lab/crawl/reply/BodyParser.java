package lab.crawl.reply;

import java.io.IOException;

/** Finds the end of a body, and its bytes among what is sent. */
sealed interface BodyParser permits BodyParser.OfLength, BodyParser.UntilClose, ChunkedBody {

  /**
   * Takes bytes up to the body's end.
   *
   * @return how many it took
   * @throws java.net.ProtocolException if they are not what the framing asks for
   */
  int take(byte[] bytes, int from, int count, ReplyParser.Sink sink) throws IOException;

  /** Whether the body has come to its end. */
  boolean isWhole();

  /** The parser that a framing asks for. */
  static BodyParser of(Framing framing) {
    return switch (framing) {
      case Framing.Length(long bytes) -> new OfLength(bytes);
      case Framing.Chunked _ -> new ChunkedBody();
      case Framing.UntilClose _ -> new UntilClose();
    };
  }

  /** So many bytes. */
  final class OfLength implements BodyParser {
    private long left;

    private OfLength(long bytes) {
      this.left = bytes;
    }

    @Override
    public int take(byte[] bytes, int from, int count, ReplyParser.Sink sink) throws IOException {
      int taken = (int) Math.min(left, count);
      left -= taken;
      sink.body(bytes, from, taken);
      return taken;
    }

    @Override
    public boolean isWhole() {
      return left == 0;
    }
  }

  /** Whatever comes. */
  final class UntilClose implements BodyParser {
    private UntilClose() {}

    @Override
    public int take(byte[] bytes, int from, int count, ReplyParser.Sink sink) throws IOException {
      sink.body(bytes, from, count);
      return count;
    }

    @Override
    public boolean isWhole() {
      return false;
    }
  }
}
