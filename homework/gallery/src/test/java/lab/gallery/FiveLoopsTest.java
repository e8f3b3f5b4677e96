package lab.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * That the page of the five loops shows the sources as they are, each in at most thirty lines. {@code -Dloops.write=true} writes the code anew
 * into the page.
 */
class FiveLoopsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Path PAGE = ROOT.resolve("homework/gallery/FIVE-LOOPS.md");
  private static final int MOST_LINES = 30;

  /** A comment that names a file and methods, and the code that may follow it. */
  private static final Pattern CODE = Pattern.compile("<!-- code: (\\S+) ([^>]+) -->\n(\n```java\n.*?\n```\n)?", Pattern.DOTALL);

  @Test
  void thePageShowsTheSources() throws IOException {
    String page = Files.readString(PAGE);

    String right = CODE.matcher(page).replaceAll(code -> Matcher.quoteReplacement(block(code)));

    if (Boolean.getBoolean("loops.write")) {
      Files.writeString(PAGE, right);
    } else {
      assertThat(page).as("%s: -Dloops.write=true writes it anew", PAGE).isEqualTo(right);
    }
  }

  private static String block(MatchResult code) {
    String methods = Arrays.stream(code.group(2).split(" ")).map(name -> method(code.group(1), name)).collect(Collectors.joining("\n\n"));
    assertThat(methods.lines().filter(line -> !line.isBlank()).count()).as(code.group(2)).isLessThanOrEqualTo(MOST_LINES);
    return "<!-- code: " + code.group(1) + " " + code.group(2) + " -->\n\n```java\n" + methods + "\n```\n";
  }

  /** A method from its first line to its brace, moved to the margin, without what its documentation says. */
  private static String method(String file, String name) {
    List<String> lines = lines(ROOT.resolve(file));
    Pattern head = Pattern.compile("( +)(?!return )[\\w<>, .]*[\\w>] " + name + "\\(.*");
    int begin = 0;
    while (!head.matcher(lines.get(begin)).matches()) {
      begin++;
    }
    String indent = " ".repeat(lines.get(begin).length() - lines.get(begin).stripLeading().length());
    int end = begin;
    while (!lines.get(end).equals(indent + "}")) {
      end++;
    }
    return lines.subList(begin, end + 1).stream()
        .map(line -> line.isBlank() ? "" : line.substring(indent.length()))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
