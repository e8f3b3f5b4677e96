package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Copies a text with some changes, and leaves each byte as it is that no change is about: also those that mean nothing in the text's
 * encoding, which decoding and encoding it as a whole would lose. Never has more than a piece of it in memory.
 */
final class EditedFile {
  private static final int PIECE = 16 << 10;

  private final InputStream original;
  private final OutputStream out;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(PIECE);
  private boolean isOver;
  private long place;

  private EditedFile(InputStream original, Charset encoding, OutputStream out) {
    this.original = original;
    this.out = out;
    // As whoever found the places read it.
    this.decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /**
   * Writes the text with its changes.
   *
   * @param edits in the order of their places, none within another
   */
  static void write(InputStream original, Charset encoding, List<Edit> edits, OutputStream out) throws IOException {
    EditedFile file = new EditedFile(original, encoding, out);
    for (Edit edit : edits) {
      file.advanceTo(edit.begin(), true);
      out.write(edit.text().getBytes(encoding));
      file.advanceTo(edit.end(), false);
    }
    file.copyRest();
  }

  /** Only the decoder can say which byte a place is at. */
  private void advanceTo(long target, boolean isCopied) throws IOException {
    while (place < target) {
      chars.clear().limit((int) Math.min(chars.capacity(), target - place));
      int before = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, isOver);
      if (isCopied) {
        out.write(bytes.array(), before, bytes.position() - before);
      }
      place += chars.position();
      if (result.isUnderflow()) {
        fill();
      } else if (chars.position() == 0) {
        throw new IllegalStateException("no character ends at " + target);
      }
    }
  }

  private void fill() throws IOException {
    if (isOver) {
      throw new IllegalStateException("the text ends at " + place);
    }
    bytes.compact();
    int read = original.read(bytes.array(), bytes.position(), bytes.remaining());
    isOver = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }

  private void copyRest() throws IOException {
    out.write(bytes.array(), bytes.position(), bytes.remaining());
    original.transferTo(out);
  }
}
