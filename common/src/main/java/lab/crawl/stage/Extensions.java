package lab.crawl.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which extension of its name a browser knows what a file is: from disk nothing else says it. */
final class Extensions {
  private static final Map<String, List<String>> OF_TYPE = read();
  private static final Set<String> CLAIMED = claimed();

  private Extensions() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> extensions = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(Extensions.class.getResourceAsStream("extensions.txt"), StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(": "))
          .forEach(typeAndNames -> extensions.put(typeAndNames[0], List.of(typeAndNames[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return extensions;
  }

  private static Set<String> claimed() {
    Set<String> all = new HashSet<>();
    OF_TYPE.values().forEach(all::addAll);
    return all;
  }

  /** Whether the lab knows a media type, given in lower case. */
  static boolean isKnown(String essence) {
    return OF_TYPE.containsKey(essence);
  }

  /**
   * Whether a file that ends so is what it should be.
   *
   * @param essence a media type in lower case; of one that isn't known any extension is right
   * @param extension without its dot, in any case
   */
  static boolean isRight(String essence, String extension) {
    String lower = extension.toLowerCase(Locale.ROOT);
    List<String> right = OF_TYPE.get(essence);
    // Plain text is shown as such whatever its name, unless that means something else.
    return right == null || right.contains(lower) || essence.equals("text/plain") && !CLAIMED.contains(lower);
  }

  /** The extension for a file that has no right one; empty if the type isn't known. */
  static Optional<String> of(String essence) {
    return Optional.ofNullable(OF_TYPE.get(essence)).map(List::getFirst);
  }
}
