package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The report as a reader has it: opened from disk, in a browser. Whatever a test does, the console must stay silent. */
class ReportInBrowserTest {
  private static final List<String> WITH_TIMELINES =
      List.of("headline", "figures", "warm-up", "timelines", "race", "over-time", "verified");
  private static final int LANE_NAMES = 156;

  @TempDir static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void startBrowser() {
    Browser.assumePresent();
    browser = Browser.start();
  }

  @AfterAll
  static void quitBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void wideWindow() {
    Browser.resize(browser, 1280, 900);
  }

  @AfterEach
  void noComplaint() {
    assertThat(Browser.complaints(browser)).isEmpty();
  }

  @Test
  void aComparisonHasAllItsSections() {
    open(SampleReport.comparison());

    assertSections(WITH_TIMELINES);
    assertThat(all("canvas.lanes")).hasSize(5);
    assertThat(all("#over-time .uplot")).as("CPU, requests in flight, loop lag").hasSize(3);
    assertThat(one("#headline .warnings").getText()).contains("The machine was busy");
    assertThat(one("#verified code").getText()).startsWith("mvn -q package exec:exec@compare");
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
  void aCrawlFillsItsTimelineUntilAllGoByTheSameClock() {
    open(SampleReport.comparison());
    long own = rectangles("async");

    one("#same-clock").click();

    assertThat(one("#same-clock").getDomAttribute("aria-pressed")).isEqualTo("true");
    await(page -> all("canvas.lanes:not([data-rectangles])").isEmpty());
    assertThat(rectangles("async")).as("narrower").isLessThan(own);
  }

  @Test
  void aLoopIsToldApartFromThoseThatWaitForIt() {
    open(SampleReport.comparison());

    assertThat(texts("#timelines .shares")).anyMatch(shares -> shares.matches("loop computing \\d+ % · 8 × fetch waiting \\d+ %"));
  }

  @Test
  void beforeItIsPlayedTheRaceStandsHalfway() {
    open(SampleReport.comparison());

    assertThat(one("#race-time").getDomProperty("value")).isEqualTo("500");
    assertThat(Integer.parseInt(one(".runner[data-variant=sync] .count").getText())).isBetween(100, 300);
    assertThat(texts(".runner .badge")).filteredOn(badge -> !badge.isEmpty()).as("done by then").hasSize(3);
  }

  @Test
  void aDarkPageIsPrintedLight() {
    open(SampleReport.comparison());
    browser.executeScript("theme.show('dark'); window.dispatchEvent(new Event('beforeprint'))");
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo("light");

    browser.executeScript("window.dispatchEvent(new Event('afterprint'))");
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo("dark");
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
  void anyKeyMayBeMissing() {
    for (String report : SampleReport.eachWithoutSomeKey()) {
      open(report);
      assertThat(all("section")).as(report).isNotEmpty();
      assertThat(Browser.complaints(browser)).as(report).isEmpty();
    }
  }

  @Test
  void theRaceRunsToItsEnd() {
    open(SampleReport.comparison());
    new Select(one("#race-speed")).selectByValue("1");

    one("#race-play").sendKeys(Keys.SPACE);

    await(page -> one("#race-news").getDomProperty("textContent").startsWith("The race is over. 1st: "));
    assertThat(texts(".runner .counter:first-child .count")).hasSize(5).containsOnly("376");
    assertThat(texts(".runner .badge")).allMatch(badge -> badge.matches("(1st|2nd|3rd|4th|5th) · .*s"));
    assertThat(one("#race-play").getText()).contains("Again");
  }

  @Test
  void theSliderShowsAnyMomentOfTheRace() {
    open(SampleReport.comparison());
    browser.executeScript("const slider = arguments[0]; slider.value = 100; slider.dispatchEvent(new Event('input'));", one("#race-time"));

    assertThat(texts(".runner .badge")).containsOnly("");
    assertThat(Integer.parseInt(texts(".runner .counter:first-child .count").getFirst())).isBetween(1, 375);
    assertThat(texts(".runner[data-variant=threads] .count")).doesNotContain("0");
  }

  @Test
  void whoAskedForLessMotionStillSeesTheEnd() {
    open(SampleReport.ofSpans(600, 4));
    browser.executeCdpCommand("Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    new Select(one("#race-speed")).selectByValue("1");
    one("#race-play").click();

    await(page -> one("#race-news").getDomProperty("textContent").startsWith("The race is over"));
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  @Test
  void aSpanTellsItsPage() {
    open(SampleReport.comparison());
    one("#timelines [aria-label^='Look closely']").click();
    WebElement lanes = one("canvas.lanes[data-variant=threads]");

    hover(lanes, LANE_NAMES + 40, 13);
    await(page -> one("#tooltip").isDisplayed());
    assertThat(one("#tooltip").getText()).contains("wait ·", "http://127.0.0.1:18089/org/jsoup/nodes/Page0.html", "began at", "on crawler-1", "in the frontier");
  }

  @Test
  void theKeyboardStepsFromSpanToSpan() {
    open(SampleReport.comparison());
    WebElement lanes = one("canvas.lanes[data-variant=async]");

    lanes.sendKeys("n");
    assertThat(one("#tooltip").getText()).contains("connect ·", "Page0.html", "on fetch 1");
    lanes.sendKeys("n");
    assertThat(one("#tooltip").getText()).contains("wait ·", "on fetch 1");
    lanes.sendKeys("l");
    assertThat(one("#tooltip").getText()).contains("on fetch 2");
    lanes.sendKeys(Keys.ESCAPE);
    assertThat(one("#tooltip").isDisplayed()).isFalse();
  }

  @Test
  void aKindCanBeHidden() {
    open(SampleReport.comparison());
    long before = rectangles("sync");

    one("#timelines [data-kind=wait]").click();

    await(page -> rectangles("sync") < before);
    assertThat(one("#timelines [data-kind=wait]").getDomAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void coldAndWarmAreChosenForAllSectionsAtOnce() {
    open(SampleReport.comparison());
    List<String> warm = texts("#timelines .done");
    assertThat(texts("#timelines .best")).as("each crawl's own").hasSize(5).doesNotHaveDuplicates();

    one("#timelines .show-cold").click();

    assertThat(texts("#timelines .done")).hasSize(5).doesNotContainAnyElementsOf(warm);
    assertThat(all(".show-cold")).hasSize(3).allMatch(button -> "true".equals(button.getDomAttribute("aria-pressed")));
    assertThat(all("#timelines .best")).as("the best possible is that of the warm crawl").isEmpty();
  }

  @Test
  void theKeyboardZoomsAllTimelines() {
    openOnTheSameClock();
    WebElement lanes = one("canvas.lanes[data-variant=async]");
    double whole = number("time.length");

    lanes.sendKeys("+", "+", "+");
    assertThat(number("time.length")).isLessThan(whole / 2);
    double begin = number("time.begin");
    lanes.sendKeys(Keys.ARROW_RIGHT);
    assertThat(number("time.begin")).isGreaterThan(begin);
    lanes.sendKeys("-");
    lanes.sendKeys("0");
    assertThat(number("time.length")).isEqualTo(whole);
  }

  @Test
  void draggingMovesAndTheWheelZooms() {
    openOnTheSameClock();
    WebElement lanes = one("canvas.lanes[data-variant=threads]");
    new Actions(browser).scrollToElement(lanes).perform();
    browser.executeScript("arguments[0].dispatchEvent(new WheelEvent('wheel', {deltaY: -300, ctrlKey: true, clientX: 800, cancelable: true}))", lanes);
    double length = number("time.length");
    assertThat(length).isLessThan(number("time.whole.end"));
    double begin = number("time.begin");

    new Actions(browser).moveToElement(lanes).clickAndHold().moveByOffset(-60, 0).release().perform();

    assertThat(number("time.begin")).isGreaterThan(begin);
    assertThat(number("time.length")).isEqualTo(length);
  }

  @Test
  void pixelsBoundTheWorkNotSpans() {
    open(SampleReport.ofSpans(20_000, 1));
    await(page -> rectangles("threads") > 0);

    assertThat(rectangles("threads")).isBetween(500L, 2 * 1280L);
    browser.executeScript("time.show(1e6, 1.1e6)");
    await(page -> rectangles("threads") < 80);
  }

  @Test
  void aThousandLanesStayWithinTheirBox() {
    open(SampleReport.ofSpans(20_000, 1_000));
    assertThat(one(".lane-box").getSize().height).isLessThanOrEqualTo(440);
    assertThat(rectangles("threads")).isPositive();
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

  /** A page is open once it has drawn: charts wait for the size of their boxes. */
  private static void open(String json) {
    Path file = folder.resolve("report.html");
    ReportPage.write(file, json);
    browser.get(file.toUri().toString());
    await(page -> all("canvas.lanes:not([data-rectangles])").isEmpty());
  }

  private static void openOnTheSameClock() {
    open(SampleReport.comparison());
    one("#same-clock").click();
    await(page -> all("canvas.lanes:not([data-rectangles])").isEmpty());
  }

  private static void assertSections(List<String> ids) {
    assertThat(all("section")).extracting(section -> section.getDomAttribute("id")).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(texts("section h2")).hasSameSizeAs(ids).doesNotContain("");
    assertThat(all("section")).allMatch(section -> section.getSize().height > 100);
  }

  /** Moves the pointer to a point of an element, counted from its corner; Selenium counts from its middle. */
  private static void hover(WebElement element, int x, int y) {
    Dimension size = element.getSize();
    new Actions(browser).scrollToElement(element).moveToElement(element, x - size.width / 2, y - size.height / 2).perform();
  }

  private static WebElement one(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  private static List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  private static long rectangles(String variant) {
    return Long.parseLong(one("canvas.lanes[data-variant=" + variant + "]").getDomAttribute("data-rectangles"));
  }

  private static double number(String expression) {
    return ((Number) browser.executeScript("return " + expression)).doubleValue();
  }

  private static void await(ExpectedCondition<Boolean> condition) {
    new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(30)).until(condition);
  }
}
