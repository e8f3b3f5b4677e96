package lab.crawl.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import lab.crawl.Visited;
import lab.crawl.json.JsonObject;
import lab.crawl.json.VisitJson;

/**
 * One visit as a line of the journal: a checksum (CRC-32C, RFC 3720, 12.1, eight hexadecimal digits), a space, JSON, a line feed. The
 * checksum tells a line that was written whole from one that wasn't.
 */
final class JournalLine {
  private static final int DIGITS = 8;

  private JournalLine() {}

  /** The line, with its line feed. */
  static byte[] of(Visited visited) {
    String json = new JsonObject()
        .with("visit", VisitJson.of(visited.visit()))
        .with("outlinks", visited.outlinks())
        .toString();
    return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The visit in a line.
   *
   * @param line without its line feed
   * @return empty if it is not a line that was written whole
   * @throws IllegalArgumentException with one line that says why, if it was, but holds no visit: another program has written it
   */
  static Optional<Visited> visited(String line) {
    boolean isWhole = line.length() > DIGITS && line.charAt(DIGITS) == ' '
        && line.substring(0, DIGITS).equals(checksum(line.substring(DIGITS + 1)));
    return isWhole ? Optional.of(read(line.substring(DIGITS + 1))) : Optional.empty();
  }

  private static Visited read(String json) {
    try {
      JsonObject fields = JsonObject.parse(json);
      Visited visited = new Visited(VisitJson.visit(fields.object("visit")), fields.list("outlinks", String.class));
      fields.end();
      return visited;
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String checksum(String json) {
    CRC32C checksum = new CRC32C();
    checksum.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(checksum.getValue());
  }
}
