package lab.lecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.compare.report.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Takes the picture of the README: the first claims of a lecture. Arguments: its HTML file, and the PNG file. */
final class LectureScreenshot {
  private static final int WIDTH = 1280;

  /** All 39 would make a picture that nobody scrolls through. */
  private static final String FIRST_TEN_CLAIMS =
      "document.querySelectorAll('#claims .claims > :nth-child(n+11)').forEach(claim => claim.remove());";

  private LectureScreenshot() {}

  public static void main(String[] args) throws IOException {
    ChromeDriver browser = Browser.start();
    try {
      browser.get(Path.of(args[0]).toUri().toString());
      Browser.resize(browser, WIDTH, 900);
      browser.executeScript("if (document.documentElement.dataset.theme === 'dark') document.getElementById('theme').click()");
      browser.executeScript(FIRST_TEN_CLAIMS);
      Number height = (Number) browser.executeScript("return document.documentElement.scrollHeight");
      Browser.resize(browser, WIDTH, height.intValue());
      Path picture = Path.of(args[1]);
      Files.createDirectories(picture.toAbsolutePath().getParent());
      Files.write(picture, browser.findElement(By.id("claims")).getScreenshotAs(OutputType.BYTES));
      System.out.println(Browser.complaints(browser));
    } finally {
      browser.quit();
    }
  }
}
