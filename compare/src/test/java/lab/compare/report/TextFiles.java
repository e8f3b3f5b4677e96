package lab.compare.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module's files of {@link Texts}, and the sources that take texts out of them. */
public final class TextFiles {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /** Whole keys, keys made of parts, and the page's own {@code {{key}}}. */
  private static final Pattern USED = Pattern.compile("""
      ["'`]([a-z][\\w-]*(?:\\.(?:[\\w-]|\\$\\{[^}]*\\})*)+)["'`]|\\{\\{([a-z]+\\.[\\w.-]+)\\}\\}""");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:'\"])//[^\n]*", Pattern.DOTALL);
  private static final Pattern NEVER_SEEN = Pattern.compile(
      "^import .*$|(?:class|style|font|path): ?['`][^'`]*['`]|new Error\\(`[^`]*`|matchMedia\\('[^']*'", Pattern.MULTILINE);
  private static final Pattern VALUE = Pattern.compile("\\$\\{[^{}`]*}");
  private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\\n]|\\\\.)*'|`[^`]*`");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,.:;]? \\p{L}{2,}");

  private final String base;
  private final Path sources;

  /**
   * Those of one module.
   *
   * @param base the files' place among the class path's resources, without language and ending
   * @param sources the module's folder {@code src/main}
   */
  public TextFiles(String base, Path sources) {
    this.base = base;
    this.sources = sources;
  }

  /** Each key with the places in its text, in one language. */
  public Map<String, Set<String>> places(Language language) {
    Map<String, Set<String>> places = new TreeMap<>();
    texts(language).forEach((key, text) -> places.put(key.toString(),
        PLACE.matcher(text.toString()).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new))));
    return places;
  }

  private Properties texts(Language language) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(ReportPage.resource(base + "_" + language.code() + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** Keys that no source names, not even in part. */
  public List<String> unused() {
    List<Pattern> used = Stream.of("java", "js", "html").flatMap(this::read).flatMap(source -> USED.matcher(source).results())
        .map(TextFiles::keys).distinct().map(Pattern::compile).toList();
    return places(Language.EN).keySet().stream().filter(key -> used.stream().noneMatch(one -> one.matcher(key).matches())).toList();
  }

  /** The keys that a part of a source stands for, as a regular expression. */
  private static String keys(MatchResult found) {
    String key = found.group(1) == null ? found.group(2) : found.group(1);
    String open = key.endsWith(".") ? key + ".*" : key;
    return open.replace(".", "\\.").replace("\\.*", ".*").replaceAll("\\$\\{[^}]*}", "[\\\\w-]+") + "(\\.one|\\.many)?";
  }

  /** What scripts say in words of their own: two words side by side, in a text that someone sees. */
  public List<String> wordsInScripts() {
    return read("js")
        .map(source -> NEVER_SEEN.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(""))
        .flatMap(source -> STRING.matcher(VALUE.matcher(source).replaceAll("")).results().map(MatchResult::group))
        .filter(string -> WORDS.matcher(string).find())
        .toList();
  }

  private Stream<String> read(String ending) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith("." + ending)).map(TextFiles::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
