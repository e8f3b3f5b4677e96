package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Pages as a reader has them: opened from disk, in a browser. Whatever a test does, the console must stay silent. */
public abstract class PageInBrowser {
  @TempDir protected static Path folder;
  protected static ChromeDriver browser;

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

  /** Opens a page; it is open once it has drawn: charts wait for the size of their boxes. */
  protected static void openFile(Path file) {
    browser.get(file.toUri().toString());
    awaitDrawn();
  }

  protected static void awaitDrawn() {
    await(page -> all("canvas.lanes:not([data-rectangles])").isEmpty());
  }

  protected static WebElement one(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  protected static List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  protected static List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /** One of the report's own JavaScript modules, for a script: an object with what it exports. */
  protected static String module(String name) {
    return "modules['" + ReportPage.path(name + ".js") + "']";
  }

  protected static double number(String expression) {
    return ((Number) browser.executeScript("return " + expression)).doubleValue();
  }

  protected static void await(ExpectedCondition<Boolean> condition) {
    new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(30)).until(condition);
  }
}
