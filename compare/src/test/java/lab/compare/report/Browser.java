package lab.compare.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, without a window. Its paths are given, so that Selenium looks for nothing and downloads nothing. */
public final class Browser {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  /** Selenium warns that it doesn't know this version of the DevTools; the little that is used here has long been stable. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private Browser() {}

  /** Skips the test where there is no Chromium, unless {@code -Dlab.requireBrowser=true} says that there must be one. */
  public static void assumePresent() {
    boolean present = CHROMIUM.canExecute() && DRIVER.canExecute();
    if (Boolean.getBoolean("lab.requireBrowser") && !present) {
      throw new IllegalStateException("lab.requireBrowser is set, but there is no " + CHROMIUM + " with " + DRIVER);
    }
    assumeTrue(present, "the report is not tested in a browser: there is no " + CHROMIUM + " with " + DRIVER);
  }

  /** Starts one; who asks for it quits it. */
  public static ChromeDriver start() {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars");
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build();
    return new ChromeDriver(service, options);
  }

  /** Gives the page a size in CSS pixels, for a window can't be as narrow as a phone. */
  public static void resize(ChromeDriver browser, int width, int height) {
    browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the page complained about in its console since the last call. */
  public static List<String> complaints(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(Object::toString)
        .toList();
  }
}
