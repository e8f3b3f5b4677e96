package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report as a screen reader and a keyboard have it: by the roles and names that the browser tells them. */
class ScreenReaderTest extends PageInBrowser {

  @Test
  void eachPictureSaysWhatToNoticeOrIsNone() {
    open(SampleReport.comparison());
    await(page -> all("#over-time .uplot").size() == 5 && all("#warm-up .uplot").size() == 5);

    List<WebElement> pictures = all("canvas:not([aria-hidden=true])");
    assertThat(pictures).hasSizeGreaterThan(5 + 5 + 3 + 5 - 1)
        .allMatch(canvas -> List.of("img", "image").contains(canvas.getAriaRole()))
        .allMatch(canvas -> canvas.getAccessibleName().matches("(?s).*\\d.*"));
    assertThat(one("canvas.lanes[data-variant=async]").getAccessibleName()).matches("Timeline of async, done after .*loop computing \\d+ %.*");
    assertThat(one("#warm-up canvas").getAccessibleName()).contains("CPU time of each crawl of sync: JVM 1 from");
    assertThat(one("#over-time canvas").getAccessibleName()).contains("on average", "at most");
  }

  @Test
  void whatCanBePressedIsAButtonWithAName() {
    open(SampleReport.comparison());

    assertThat(all("button")).hasSizeGreaterThan(10)
        .allMatch(button -> button.getAriaRole().equals("button") && !button.getAccessibleName().isBlank());
    assertThat(all("select, input")).allMatch(field -> !field.getAccessibleName().isBlank());
  }

  @Test
  void theSpansThatAreShownAreATableToo() {
    open(SampleReport.comparison());
    WebElement summary = one("#timelines .span-table summary");
    assertThat(all("#timelines .span-table table")).isEmpty();

    assertThat(summary.getDomProperty("textContent")).isEqualTo("Spans as a table of sync");
    summary.sendKeys(Keys.ENTER);

    await(page -> all("#timelines .span-table tbody tr").size() == 200);
    assertThat(one("#timelines .span-table .hint").getText()).startsWith("The first 200 of ").contains("spans from 0 µs to");
    assertThat(texts("#timelines .span-table tbody tr:first-child > *")).startsWith("main", "connect").last().asString().endsWith("Page0.html");
  }

  @Test
  void theRaceTellsHowItStands() {
    open(SampleReport.comparison());
    WebElement news = one("#race-news");
    assertThat(news.getDomAttribute("aria-live")).isEqualTo("polite");
    assertThat(news.getDomProperty("textContent")).isEmpty();
    WebElement slider = one("#race-time");

    slider.sendKeys(Keys.ARROW_RIGHT);

    await(page -> news.getDomProperty("textContent").matches("At .*: sync \\d+ of 376 pages done, \\d in flight; threads .*"));
    assertThat(one(".runner[data-variant=sync] canvas").getAccessibleName())
        .matches("Pages of the race at .*: sync \\d+ of 376 pages done, \\d in flight");
    assertThat(slider.getDomAttribute("aria-valuetext")).endsWith(" s");
    one("#race-play").sendKeys(Keys.SPACE);
    await(page -> news.getDomProperty("textContent").equals("The race is on."));
  }

  private static void open(String json) {
    Path file = folder.resolve("report.html");
    ReportPage.write(file, Texts.ENGLISH, json);
    openFile(file);
  }
}
