package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lab.crawl.Body;

/** A style sheet in a file. */
final class StyleSheet {
  /** More is written by nobody, and would fill the heap. */
  private static final int MOST_CHARACTERS = 16 << 20;

  private static final String CHARSET_RULE = "@charset \"";

  private StyleSheet() {}

  /**
   * Its text.
   *
   * @param encoding see {@link #encoding}
   * @return at most the first 16 Mi characters
   */
  static String read(Body body, Charset encoding) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8 << 10];
    try (Reader sheet = new InputStreamReader(body.open(), encoding)) {
      for (int read = sheet.read(buffer); read >= 0 && text.length() < MOST_CHARACTERS; read = sheet.read(buffer)) {
        text.append(buffer, 0, read);
      }
    }
    boolean hasMark = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return text.substring(hasMark ? 1 : 0);
  }

  /**
   * The encoding of a style sheet, as browsers find it (CSS Syntax Module Level 3, 3.2): byte order mark, then what the reply says, then
   * {@code @charset}, then UTF-8. That of the page that links it doesn't count, because a sheet may be linked by several.
   *
   * @param type what the reply says
   * @param head its beginning
   */
  static Charset encoding(ContentType type, byte[] head) {
    return PageEncoding.byteOrderMark(head)
        .or(() -> type.charset().flatMap(Encodings::ofLabel))
        .or(() -> charsetRule(new String(head, StandardCharsets.ISO_8859_1)))
        .orElse(StandardCharsets.UTF_8);
  }

  /** The bytes of {@code @charset "…";} at the very beginning, in the first 1,024. */
  private static Optional<Charset> charsetRule(String head) {
    int end = head.indexOf("\";", CHARSET_RULE.length());
    if (!head.startsWith(CHARSET_RULE) || end < 0 || end + 2 > 1_024) {
      return Optional.empty();
    }
    return Encodings.ofLabel(head.substring(CHARSET_RULE.length(), end)).map(PageEncoding::readable);
  }
}
