package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The designs' handouts in German have all that the English ones have, in the same order: what is mended in one is mended in both. */
class HandoutsTest {
  private static final Path LAB = Path.of("..");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern COMMANDS = Pattern.compile("(?m)^    (?=mvn |kill |jps |sudo ).*$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @ParameterizedTest
  @ValueSource(strings = {"sync", "threads", "async", "procs", "cluster"})
  void aGermanHandoutHasTheShapeOfTheEnglishOne(String design) throws IOException {
    String english = read(LAB.resolve("crawler-" + design + "/README.md"));
    String german = read(LAB.resolve("crawler-" + design + "/README.de.md"));

    assertThat(shape(german)).as("headings, lists, tables and paragraphs").isEqualTo(shape(english));
    assertThat(all(FENCED, german)).isEqualTo(all(FENCED, english));
    assertThat(all(COMMANDS, german)).isEqualTo(all(COMMANDS, english));
    assertThat(targets(german)).as("links").isEqualTo(targets(english));
    assertThat(codes(german)).as("names and options").isEqualTo(codes(english));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "threads", "async", "procs", "cluster"})
  void itsLinksLeadSomewhere(String design) throws IOException {
    Path handout = LAB.resolve("crawler-" + design + "/README.de.md");

    for (String link : LINK.matcher(read(handout)).results().map(found -> found.group(1)).toList()) {
      String[] parts = link.split("#");
      Path file = handout.resolveSibling(parts[0]);
      assertThat(file).exists();
      if (parts.length > 1) {
        assertThat(anchors(read(file))).as(link).contains(parts[1]);
      }
    }
  }

  @Test
  void theGlossaryHasAllWordsOfTheEnglishOneInItsOrder() throws IOException {
    String english = read(LAB.resolve("common/README.md"));
    String words = english.substring(english.indexOf("\n## The words"), english.indexOf("\n## What follows from the contract"));

    assertThat(firstCells(read(LAB.resolve("common/WORDS.de.md")), "Wort")).isEqualTo(firstCells(words, "word"));
  }

  private static List<String> firstCells(String text, String heading) {
    return text.lines().filter(line -> line.startsWith("| ")).map(line -> line.split(" *\\| *")[1]).filter(cell -> !cell.equals(heading)).toList();
  }

  /** One sign for each block: a heading by its level, a list's item, a table's row with its cells, anything else. */
  private static List<String> shape(String text) {
    return FENCED.matcher(text).replaceAll("").lines().map(HandoutsTest::kind).filter(kind -> !kind.isEmpty()).toList();
  }

  private static String kind(String line) {
    if (line.startsWith("#")) {
      return line.substring(0, line.indexOf(' '));
    }
    if (line.startsWith("|")) {
      return "row of " + line.split("\\|").length;
    }
    return Stream.of("- ", "![", "**", "    ", "*").filter(line::startsWith).findFirst().orElse("").strip();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(FENCED.matcher(text).replaceAll("")).results()
        .map(found -> found.group(1).replaceAll("\\s+", " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A German page may lead to a German one, whose headings are others. */
  private static List<String> targets(String text) {
    return LINK.matcher(text).results().map(found -> found.group(1).replace(".de.md", ".md").replaceAll("#.*", "")).sorted().toList();
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(String text) {
    return text.lines().filter(line -> line.startsWith("#"))
        .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .toList();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
