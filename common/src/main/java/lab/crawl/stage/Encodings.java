package lab.crawl.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of encodings mean on the web (Encoding standard, 4.2): {@code iso-8859-1} is windows-1252 there, and
 * {@code gb2312} is GBK. {@link Charset#forName} would take them at their word, and lose letters.
 */
final class Encodings {
  private Encodings() {}

  /**
   * The encoding that a label means.
   *
   * @param label in any case, maybe with white space around it
   * @return empty if the label is unknown, or stands for an encoding that is never decoded
   */
  static Optional<Charset> ofLabel(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    if (name.equals("utf-8")) {
      return Optional.of(StandardCharsets.UTF_8); // Most pages say this, and need no table.
    }
    return Optional.ofNullable(Labels.JAVA_NAMES.get(name)).map(Charset::forName);
  }

  /** Read when the first page asks. */
  private static final class Labels {
    static final Map<String, String> JAVA_NAMES = read();

    private static Map<String, String> read() {
      Map<String, String> names = new HashMap<>();
      try (BufferedReader lines = new BufferedReader(
          new InputStreamReader(Encodings.class.getResourceAsStream("encodings.txt"), StandardCharsets.US_ASCII))) {
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(names, line.split(": ")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return names;
    }

    private static void add(Map<String, String> names, String[] nameAndLabels) {
      for (String label : nameAndLabels[1].split(" ")) {
        names.put(label, nameAndLabels[0]);
      }
    }
  }
}
