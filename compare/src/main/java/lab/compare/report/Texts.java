package lab.compare.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.compare.run.Sentence;

/**
 * What a page says in one language: for each key a text, in which <code>{0}</code>, <code>{1}</code> and so on stand for values. A
 * language has one file of them, such as {@code report_de.properties}; whoever adds sections to the page adds another such file. The page's
 * scripts have the same texts.
 */
public final class Texts {
  /** Those of the report itself. */
  private static final String OWN = ReportPage.path("report");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** What the terminal says, too. */
  public static final Texts ENGLISH = of(Language.EN);

  private final Language language;
  private final Map<String, String> texts;

  Texts(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /**
   * Those of the report, and some more.
   *
   * @param more files on the class path, without language and ending: {@code /lab/lecture/report/lecture}
   */
  public static Texts of(Language language, String... more) {
    Map<String, String> texts = new LinkedHashMap<>();
    Stream.concat(Stream.of(OWN), Stream.of(more)).forEach(base -> texts.putAll(read(base + "_" + language.code() + ".properties")));
    return new Texts(language, texts);
  }

  private static Map<String, String> read(String path) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(ReportPage.resource(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    properties.stringPropertyNames().stream().sorted().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /** Which language it is. */
  public Language language() {
    return language;
  }

  /** Each key with its text. */
  Map<String, String> all() {
    return texts;
  }

  /**
   * The text of a key, with values in their places.
   *
   * @throws IllegalStateException if there is no such text
   */
  public String say(String key, Object... values) {
    if (!texts.containsKey(key)) {
      throw new IllegalStateException("no text " + key);
    }
    return PLACE.matcher(texts.get(key))
        .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
  }

  /** A sentence that a file holds, in this language. */
  String say(Sentence sentence) {
    return say(sentence.key(), sentence.values().toArray());
  }

  /** The same for a number of things, which is <code>{0}</code>: one text for one, another for many. */
  String sayCount(String key, int count, Object... more) {
    Object[] values = Stream.concat(Stream.of(count), Stream.of(more)).toArray();
    return say(key + (count == 1 ? ".one" : ".many"), values);
  }
}
