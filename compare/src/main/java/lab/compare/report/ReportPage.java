package lab.compare.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.WholeFile;
import lab.crawl.measure.Json;

/**
 * The report as one HTML file, which holds all that it needs: styles, scripts and data. It opens from disk, without a
 * network, on a machine that has never seen the lab.
 */
public final class ReportPage {
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

  /** Starts the page, and so runs after all that contribute to it. */
  private static final String START = "main.js";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");

  private ReportPage() {}

  /**
   * Writes the report, with its folders.
   *
   * @param texts what the page itself says, and so its language
   * @param dataJson what was measured, a JSON object
   * @param contributions sections that others add
   * @throws UncheckedIOException with one line that names the file
   */
  public static void write(Path file, Texts texts, String dataJson, Contribution... contributions) {
    WholeFile.write(file, html(texts, dataJson, contributions));
  }

  /** The whole page. */
  static String html(Texts texts, String dataJson, Contribution... contributions) {
    List<Contribution> added = List.of(contributions);
    Map<String, String> parts = new HashMap<>(texts.all());
    parts.putAll(Map.of("lang", texts.language().code(), "texts", harmless(Json.line(texts.all())),
        "styles", styles(added), "scripts", scripts(added), "data", harmless(dataJson)));
    // In one pass, for a part may itself hold what looks like a placeholder.
    return PLACEHOLDER.matcher(resource(path("report.html")))
        .replaceAll(found -> Matcher.quoteReplacement(parts.get(found.group(1))));
  }

  /** In JSON a {@code <} stands only in strings, where it may be escaped; then no text can end the script it is in. */
  private static String harmless(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String styles(List<Contribution> added) {
    Stream<String> others = added.stream().flatMap(one -> one.styles().stream());
    return Stream.concat(Stream.of(UPLOT + "dist/uPlot.min.css", path("report.css")), others)
        .map(ReportPage::resource)
        .collect(Collectors.joining("\n"));
  }

  private static String scripts(List<Contribution> added) {
    Stream<String> others = added.stream().flatMap(one -> one.scripts().stream());
    String licence = "/* uPlot:\n" + resource(UPLOT + "LICENSE") + "*/\n";
    List<String> modules = Stream.concat(others, Stream.of(path(START))).toList();
    return script(licence + resource(UPLOT + "dist/uPlot.iife.min.js")) + script(ModuleBundle.of(modules, ReportPage::resource));
  }

  private static String script(String text) {
    return "<script>\n" + text + "\n</script>\n";
  }

  /** Where one of the page's own parts lies. */
  static String path(String own) {
    return "/lab/compare/report/" + own;
  }

  static String resource(String path) {
    try (InputStream in = ReportPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
