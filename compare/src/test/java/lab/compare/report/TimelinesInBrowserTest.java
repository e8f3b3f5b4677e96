package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The timelines and the race, as a reader handles them. */
class TimelinesInBrowserTest extends PageInBrowser {
  private static final String TIME = module("timeline") + ".time";

  private static final int LANE_NAMES = 156;

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
    assertThat(one("#tooltip").getText())
        .contains("wait ·", "http://127.0.0.1:18089/org/jsoup/nodes/Page0.html", "began at", "on crawler-1", "in the frontier");
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
    double whole = number(TIME + ".length");

    lanes.sendKeys("+", "+", "+");
    assertThat(number(TIME + ".length")).isLessThan(whole / 2);
    double begin = number(TIME + ".begin");
    lanes.sendKeys(Keys.ARROW_RIGHT);
    assertThat(number(TIME + ".begin")).isGreaterThan(begin);
    lanes.sendKeys("-");
    lanes.sendKeys("0");
    assertThat(number(TIME + ".length")).isEqualTo(whole);
  }

  @Test
  void draggingMovesAndTheWheelZooms() {
    openOnTheSameClock();
    WebElement lanes = one("canvas.lanes[data-variant=threads]");
    new Actions(browser).scrollToElement(lanes).perform();
    browser.executeScript(
        "arguments[0].dispatchEvent(new WheelEvent('wheel', {deltaY: -300, ctrlKey: true, clientX: 800, cancelable: true}))", lanes);
    double length = number(TIME + ".length");
    assertThat(length).isLessThan(number(TIME + ".whole.end"));
    double begin = number(TIME + ".begin");

    new Actions(browser).moveToElement(lanes).clickAndHold().moveByOffset(-60, 0).release().perform();

    assertThat(number(TIME + ".begin")).isGreaterThan(begin);
    assertThat(number(TIME + ".length")).isEqualTo(length);
  }

  @Test
  void pixelsBoundTheWorkNotSpans() {
    open(SampleReport.ofSpans(20_000, 1));
    await(page -> rectangles("threads") > 0);

    assertThat(rectangles("threads")).isBetween(500L, 2 * 1280L);
    browser.executeScript(TIME + ".show(1e6, 1.1e6)");
    await(page -> rectangles("threads") < 80);
  }

  @Test
  void aThousandLanesStayWithinTheirBox() {
    open(SampleReport.ofSpans(20_000, 1_000));
    assertThat(one(".lane-box").getSize().height).isLessThanOrEqualTo(440);
    assertThat(rectangles("threads")).isPositive();
  }

  private static void open(String json) {
    Path file = folder.resolve("report.html");
    ReportPage.write(file, Texts.ENGLISH, json);
    openFile(file);
  }

  private static void openOnTheSameClock() {
    open(SampleReport.comparison());
    one("#same-clock").click();
    awaitDrawn();
  }

  /** Moves the pointer to a point of an element, counted from its corner; Selenium counts from its middle. */
  private static void hover(WebElement element, int x, int y) {
    Dimension size = element.getSize();
    new Actions(browser).scrollToElement(element).moveToElement(element, x - size.width / 2, y - size.height / 2).perform();
  }

  private static long rectangles(String variant) {
    return Long.parseLong(one("canvas.lanes[data-variant=" + variant + "]").getDomAttribute("data-rectangles"));
  }
}
