package lab.lecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.compare.report.Browser;
import lab.compare.report.Language;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Takes the pictures of <em>You are the scheduler</em>: a deadlock on a large screen, and a page that was fetched twice on a phone in the dark.
 * Arguments: a folder for the page, and one for {@code scheduler.png} and {@code scheduler-phone.png}.
 */
final class SchedulerScreenshots {
  private SchedulerScreenshots() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    LabFiles files = new LabFiles(Path.of(args[0]));
    LabPages.writeScheduler(files, LabPages.texts(Language.EN));
    ChromeDriver browser = Browser.start();
    try {
      String page = files.scheduler().toUri().toString();
      take(browser, page + "#scenario=two-orders&schedule=1122", 1280, "light", folder.resolve("scheduler.png"));
      take(browser, page + "#scenario=check-then-act&schedule=121212", 390, "dark", folder.resolve("scheduler-phone.png"));
      System.out.println(Browser.complaints(browser));
    } finally {
      browser.quit();
    }
  }

  /** The page is made as high as it is, so that the section is whole and nothing lies over it. */
  private static void take(ChromeDriver browser, String link, int width, String theme, Path picture) throws IOException {
    browser.get("about:blank");
    browser.get(link);
    browser.executeScript("if (document.documentElement.dataset.theme !== arguments[0]) document.getElementById('theme').click()", theme);
    Browser.resize(browser, width, 900);
    Number height = (Number) browser.executeScript("return document.documentElement.scrollHeight");
    Browser.resize(browser, width, height.intValue());
    Files.write(picture, browser.findElement(By.id("scheduler")).getScreenshotAs(OutputType.BYTES));
  }
}
