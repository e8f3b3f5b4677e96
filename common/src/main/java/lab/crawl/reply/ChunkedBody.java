package lab.crawl.reply;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body in chunks, each with its length before it (RFC 9112, 7.1). Extensions and trailers are read and dropped. */
final class ChunkedBody implements BodyParser {
  /** The longest line before a chunk, extensions and all: 16 KiB, as in curl and others. */
  private static final int MOST_SIZE_LINE = 16 << 10;

  /** White space after the size is nowhere in the grammar, but common, and taken by browsers and curl. */
  private static final Pattern SIZE = Pattern.compile("0*(\\p{XDigit}{1,15})[ \t]*(?:;.*)?", Pattern.DOTALL);

  private enum State { SIZE, DATA, DATA_END, TRAILERS, WHOLE }

  private State state = State.SIZE;
  private Lines lines = new Lines(MOST_SIZE_LINE);
  private long left; // of the current chunk

  @Override
  public int take(byte[] bytes, int from, int count, ReplyParser.Sink sink) throws IOException {
    int at = from;
    int end = from + count;
    while (at < end && state != State.WHOLE) {
      at += state == State.DATA ? takeData(bytes, at, end - at, sink) : takeLine(bytes, at, end - at);
    }
    return at - from;
  }

  private int takeData(byte[] bytes, int from, int count, ReplyParser.Sink sink) throws IOException {
    int taken = (int) Math.min(left, count);
    left -= taken;
    sink.body(bytes, from, taken);
    if (left == 0) {
      nextLines(State.DATA_END, 2);
    }
    return taken;
  }

  private int takeLine(byte[] bytes, int from, int count) throws ProtocolException {
    if (!lines.hasBegun()) {
      refuseBeginning((char) (bytes[from] & 0xff));
    }
    int taken = lines.take(bytes, from, count);
    if (lines.isWhole()) {
      takeLine(lines.next());
    }
    return taken;
  }

  /** At once, because the line may never come to its end. */
  private void refuseBeginning(char first) throws ProtocolException {
    if (state == State.SIZE && !isHexDigit(first)) {
      throw new ProtocolException("not a chunk size");
    }
    if (state == State.DATA_END && first != '\r' && first != '\n') {
      throw new ProtocolException("a chunk is longer than its size");
    }
  }

  private void takeLine(String line) throws ProtocolException {
    switch (state) {
      case SIZE -> takeSize(line);
      case DATA_END -> takeDataEnd(line);
      case TRAILERS -> state = line.isEmpty() ? State.WHOLE : State.TRAILERS;
      case DATA, WHOLE -> throw new AssertionError(state);
    }
  }

  private void takeSize(String line) throws ProtocolException {
    Matcher size = SIZE.matcher(line);
    if (!size.matches()) {
      throw new ProtocolException("not a chunk size: " + line);
    }
    left = Long.parseLong(size.group(1), 16);
    if (left > 0) {
      state = State.DATA;
    } else {
      nextLines(State.TRAILERS, HeadParser.MOST_BYTES);
    }
  }

  private void takeDataEnd(String line) throws ProtocolException {
    if (!line.isEmpty()) {
      throw new ProtocolException("a chunk is longer than its size");
    }
    nextLines(State.SIZE, MOST_SIZE_LINE);
  }

  private void nextLines(State next, int most) {
    state = next;
    lines = new Lines(most);
  }

  private static boolean isHexDigit(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }

  @Override
  public boolean isWhole() {
    return state == State.WHOLE;
  }
}
