package lab.compare.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Takes the pictures of the README: one PNG for each section of a report. Arguments: the report's HTML file, a folder, and
 * optionally the width (1280) and the theme (light). The timelines come twice: whole, and so close that single spans are seen,
 * then also one by one, for the handouts.
 */
final class ReportScreenshots {
  /** The race is shown early, where there is something to see. */
  private static final String SCRUB =
      "const slider = document.getElementById('race-time');"
          + "if (slider) { slider.value = 160; slider.dispatchEvent(new Event('input')); }";
  private static final String DRAWN = "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done()), 300);";

  private ReportScreenshots() {}

  public static void main(String[] args) throws IOException {
    int width = args.length > 2 ? Integer.parseInt(args[2]) : 1280;
    String theme = args.length > 3 ? args[3] : "light";
    ChromeDriver browser = Browser.start();
    try {
      Browser.resize(browser, width, 900);
      Path folder = Files.createDirectories(Path.of(args[1]));
      open(browser, Path.of(args[0]), theme);
      takeAll(browser, folder, width);
      System.out.println(Browser.complaints(browser));
    } finally {
      browser.quit();
    }
  }

  private static void open(ChromeDriver browser, Path page, String theme) {
    browser.get(page.toUri().toString());
    if (!theme.equals(browser.findElement(By.tagName("html")).getDomAttribute("data-theme"))) {
      browser.findElement(By.id("theme")).click();
    }
    browser.executeScript(SCRUB);
  }

  /** The page is made as high as it is, so that a section is whole and nothing lies over it. */
  private static void takeAll(ChromeDriver browser, Path folder, int width) throws IOException {
    wholePage(browser, width);
    for (WebElement section : browser.findElements(By.tagName("section"))) {
      Files.write(folder.resolve(section.getDomAttribute("id") + ".png"), section.getScreenshotAs(OutputType.BYTES));
    }
    browser.findElements(By.cssSelector("#timelines [aria-label^='Look closely']")).forEach(WebElement::click);
    browser.executeAsyncScript(DRAWN);
    for (WebElement section : browser.findElements(By.id("timelines"))) {
      Files.write(folder.resolve("timelines-close.png"), section.getScreenshotAs(OutputType.BYTES));
    }
    for (WebElement timeline : browser.findElements(By.cssSelector("#timelines figure.timeline"))) {
      String variant = timeline.findElement(By.className("variant-name")).getText();
      Files.write(folder.resolve("timeline-" + variant + ".png"), timeline.getScreenshotAs(OutputType.BYTES));
    }
  }

  private static void wholePage(ChromeDriver browser, int width) {
    Number height = (Number) ((JavascriptExecutor) browser).executeScript("return document.documentElement.scrollHeight");
    Browser.resize(browser, width, height.intValue());
    browser.executeAsyncScript(DRAWN);
  }
}
