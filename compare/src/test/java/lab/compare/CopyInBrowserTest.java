package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lab.compare.report.PageInBrowser;
import lab.crawl.threads.ThreadsMain;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** That a copy, opened from disk, looks as the site does: its style sheets and drawings are reached from places that differ from the site's. */
class CopyInBrowserTest extends PageInBrowser {
  /** Without any of the files that it needs the page looks different. */
  private static final Map<String, String> FILES = Map.of(
      "index.html", """
          <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Top</title><link rel="icon" href="data:,">
          <link rel="stylesheet" href="/Style/Main.css"></head><body>
          <h1>Top</h1><a href="/guide/Über.html">guide</a><p class="deep">a drawing behind</p><img src="/guide/aux.svg" alt="none"></body></html>
          """,
      "Style/Main.css", "@import '../style/more.css'; h1 { color: #a30; font-size: 60px }",
      "style/more.css", ".deep { background: #eef url(\"/guide/aux.svg\") repeat-x; height: 80px }",
      "guide/aux.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='18' fill='teal'/></svg>",
      "guide/Über.html", """
          <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Guide</title><link rel="icon" href="data:,">
          <base href="/style/"><link rel="stylesheet" href="more.css"></head><body>
          <p class="deep">a guide</p><p style="background: url(../guide/aux.svg); height: 40px"></p></body></html>
          """);

  private static PracticeSite site;
  private static Path copy;

  @BeforeAll
  static void save() throws IOException {
    Path original = folder.resolve("site");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = original.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    site = PracticeSite.start(SiteOptions.of("dir:" + original));
    copy = folder.resolve("copy");
    CommandLineRun run = CommandLineRun.of(ThreadsMain.class, site.url().toString(), "--quiet", "--out", copy.toString());
    assertThat(run.err()).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void aPageLooksTheSameAndSoDoesThePageThatItLinks() {
    URI top = copy.resolve("index.html").toUri();

    assertThat(screenshot(top)).isEqualTo(screenshot(site.url()));

    URI guide = link(top);
    assertThat(guide.getScheme()).isEqualTo("file");
    assertThat(screenshot(guide)).isEqualTo(screenshot(link(site.url())));
  }

  private static URI link(URI page) {
    browser.get(page.toString());
    return URI.create(browser.findElement(By.linkText("guide")).getAttribute("href"));
  }

  private static byte[] screenshot(URI page) {
    browser.get(page.toString());
    return browser.getScreenshotAs(OutputType.BYTES);
  }
}
