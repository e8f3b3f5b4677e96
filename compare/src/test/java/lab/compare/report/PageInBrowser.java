package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Texts in which each letter is a sign: letters that such a page has come from elsewhere. */
  protected static Texts masked(Texts texts) {
    Map<String, String> masked = new HashMap<>(texts.all());
    masked.replaceAll((key, text) -> text.replaceAll("\\p{L}", "¤"));
    return new Texts(texts.language(), masked);
  }

  /**
   * What is read, heard and seen when pointed at, as far as it has words. Code has none.
   *
   * @param names what may have letters, as a regular expression
   */
  @SuppressWarnings("unchecked")
  protected static List<String> wordsBeside(String names) {
    List<String> texts = (List<String>) browser.executeScript("""
        const texts = [document.title];
        const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
          const node = nodes.currentNode;
          if (node.nodeType === Node.TEXT_NODE && !node.parentNode.closest('script, noscript, code')) texts.push(node.textContent);
          if (node.nodeType === Node.ELEMENT_NODE) texts.push(...['aria-label', 'title'].map(name => node.getAttribute(name) || ''));
        }
        return texts;""");
    return texts.stream().map(text -> text.replaceAll(names, "")).filter(text -> text.matches("(?s).*\\p{L}{3}.*")).toList();
  }

  protected static double number(String expression) {
    return ((Number) browser.executeScript("return " + expression)).doubleValue();
  }

  protected static void await(ExpectedCondition<Boolean> condition) {
    new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(30)).until(condition);
  }
}
