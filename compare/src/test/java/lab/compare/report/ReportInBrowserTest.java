package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The report: its sections, figures and looks. */
class ReportInBrowserTest extends PageInBrowser {
  private static final List<String> WITH_TIMELINES =
      List.of("headline", "figures", "warm-up", "timelines", "race", "over-time", "verified");

  @Test
  void aComparisonHasAllItsSections() {
    open(SampleReport.comparison());

    assertSections(WITH_TIMELINES);
    assertThat(all("canvas.lanes")).hasSize(5);
    assertThat(all("#over-time .uplot")).as("CPU, requests in flight, virtual threads that run, that wait, loop lag").hasSize(5);
    assertThat(one("#headline .warnings").getText()).contains("The machine was busy");
    assertThat(one("#verified code").getText()).startsWith("mvn -q package exec:exec@compare");
    assertThat(texts("#verified dd")).contains("http://h/a, http://h/b", "max depth 3", "patience 30000");
  }

  @Test
  void theFindingIsTheFirstHeadingAndEachDesignHasItsLine() {
    open(SampleReport.comparison());

    assertThat(one("h1").getText()).startsWith("threads was 4.1×");
    assertThat(one("#headline .settings").getText()).startsWith("javadoc, latency 10ms").endsWith("2026-11-22 19:02:11 UTC");
    assertThat(texts("#headline .designs li")).hasSize(2).first().asString().contains("sync", "5.66 s (5.26–6.28)", "The yardstick");
  }

  @Test
  void tablesShowTheirTextsAsTheyAreAndNoUnknownColumn() {
    open(SampleReport.comparison());

    assertThat(texts("#figures thead th"))
        .containsExactly("variant", "warm, s (min–max)", "best possible, s", "what would help", "variant", "CPU, s", "in flight (peak)");
    assertThat(texts("#figures tbody td")).startsWith("1.08 (1.00–1.20)", "5.40", "more width", "1.52 (1.50–1.60)");
    assertThat(all("#figures caption")).hasSize(2);
  }

  @Test
  void barsShowEachRoundAndWhatCpuTimeWentInto() {
    open(SampleReport.comparison());

    assertThat(all("#figures .round")).as("5 variants, cold and warm, 3 rounds").hasSize(30);
    assertThat(all("#figures .best-mark")).hasSize(5);
    assertThat(all("#figures .part-key + .part-key")).isNotEmpty();
    assertThat(one("#figures .part.compiling[title]").getDomAttribute("title")).isEqualTo("compiling: 1.62 s");
    assertThat(texts("#figures .bars")).noneMatch(text -> text.contains("undefined") || text.contains("[object"));
  }

  @Test
  void eachDesignHasAWarmUpCurveOfEitherFigure() {
    open(SampleReport.comparison());
    await(page -> all("#warm-up .uplot").size() == 5);

    WebElement elapsed = all("#warm-up .choice button").getLast();
    elapsed.click();

    assertThat(elapsed.getDomAttribute("aria-pressed")).isEqualTo("true");
    await(page -> all("#warm-up [aria-label^='Elapsed of each crawl'] .uplot").size() == 5);
  }

  @Test
  void aDarkPageIsPrintedLight() {
    open(SampleReport.comparison());
    browser.executeScript(module("theme") + ".theme.show('dark'); window.dispatchEvent(new Event('beforeprint'))");
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo("light");

    browser.executeScript("window.dispatchEvent(new Event('afterprint'))");
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo("dark");
  }

  @Test
  void onPaperTheRaceHasEachNameInOneLine() {
    Browser.resize(browser, 700, 900);
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    try {
      open(SampleReport.comparison());
      assertThat(all("#race .finished .variant-name")).isNotEmpty().allMatch(name -> name.getSize().height < 40);
    } finally {
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }

  @Test
  void designsThatTheReportDoesNotKnowTakeColoursThatNobodyHas() {
    open(SampleReport.comparison().replace("\"threads\"", "\"futures\"").replace("\"procs\"", "\"actors\""));

    List<?> colours = (List<?>) browser.executeScript("const {variantNames, variantColour} = " + module("data") + ";"
        + " return variantNames.map(variantColour)");
    assertThat(colours).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void whereThereIsMoreToTheRightATableSaysSo() {
    Browser.resize(browser, 360, 740);
    open(SampleReport.comparison());

    await(page -> !all("#figures .scroll.more").isEmpty());
  }

  @Test
  void aDiffHasNoTimelinesAndSaysWhy() {
    open(SampleReport.diff());

    assertSections(List.of("headline", "diff", "verified"));
    assertThat(one("#diff").getText()).contains("0.82", "faster: the spreads do not overlap");
    assertThat(one("main > .absent").getText()).contains("No timelines and no race");
  }

  @Test
  void aSweepHasItsCurveAndItsTable() {
    open(SampleReport.sweep());

    assertSections(List.of("headline", "sweep", "verified"));
    assertThat(all("#sweep .uplot canvas")).hasSize(1);
    assertThat(texts("#sweep .scroll tbody th")).containsExactly("1", "2", "4", "8", "16", "32", "64");
    assertThat(texts("#sweep .knee")).hasSize(2);
  }

  @Test
  void aGermanPageSaysSoAndWritesItsFiguresInGerman() {
    ReportPage.write(folder.resolve("german.html"), Texts.of(Language.DE), SampleReport.comparison());
    openFile(folder.resolve("german.html"));

    assertThat(one("html").getDomAttribute("lang")).isEqualTo("de");
    assertThat(texts("nav a")).containsExactly(
        "Kurz gesagt", "Die Zahlen", "Aufwärmen", "Wer wartet, wer arbeitet", "Das Rennen", "Im Verlauf", "Was geprüft wurde");
    assertThat(one("#race .clock").getText()).matches("\\d,\\d\\d s");
    Browser.resize(browser, 360, 740);
    await(page -> number("document.documentElement.scrollWidth") <= 360);
  }

  /** Where every letter of the texts is a sign, letters that are left are names and units. */
  @Test
  void allThatThePageSaysIsInItsTexts() {
    for (String report : SampleReport.withoutItsWords()) {
      ReportPage.write(folder.resolve("masked.html"), masked(Texts.ENGLISH), report);
      openFile(folder.resolve("masked.html"));
      browser.executeScript("document.querySelectorAll('details').forEach(details => details.open = true)");
      assertThat(wordsBeside("http\\S+|(before|after)\\.json|virtual thread \\d+|crawler-\\w*"
          + "|\\b(sync|threads|virtual|async|procs|main|worker|loop( lag)?|fetch|concurrency|UTC)\\b")).isEmpty();
    }
  }

  @Test
  void anyKeyMayBeMissing() {
    for (String report : SampleReport.eachWithoutSomeKey()) {
      open(report);
      assertThat(all("section")).as(report).isNotEmpty();
      assertThat(Browser.complaints(browser)).as(report).isEmpty();
    }
  }

  @Test
  void theThemeIsSwitchedAndRemembered() {
    open(SampleReport.comparison());
    String before = one("body").getCssValue("background-color");

    one("#theme").click();
    assertThat(one("body").getCssValue("background-color")).isNotEqualTo(before);
    String chosen = one("html").getDomAttribute("data-theme");
    browser.navigate().refresh();
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo(chosen);
    one("#theme").click();
  }

  @Test
  void aPhoneNeverScrollsSideways() {
    for (String report : List.of(SampleReport.comparison(), SampleReport.diff(), SampleReport.sweep())) {
      open(report);
      Browser.resize(browser, 360, 740);
      await(page -> number("document.documentElement.scrollWidth") <= 360);
      browser.navigate().refresh();
      assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
      Browser.resize(browser, 1280, 900);
    }
  }

  private static void open(String json) {
    Path file = folder.resolve("report.html");
    ReportPage.write(file, Texts.ENGLISH, json);
    openFile(file);
  }

  private static void assertSections(List<String> ids) {
    assertThat(all("section")).extracting(section -> section.getDomAttribute("id")).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(texts("section h2")).hasSameSizeAs(ids).doesNotContain("");
    assertThat(all("section")).allMatch(section -> section.getSize().height > 100);
  }
}
