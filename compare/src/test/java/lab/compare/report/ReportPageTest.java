package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  @Test
  void itLoadsNothing() {
    Document page = Jsoup.parse(ReportPage.html(Texts.ENGLISH, SampleReport.comparison()));

    assertThat(page.select("[src], [srcset], object, iframe, base, link:not([rel=icon])")).isEmpty();
    assertThat(page.select("[href]")).extracting(link -> link.attr("href")).allMatch(to -> to.startsWith("#") || to.equals("data:,"));
    assertThat(page.select("style")).extracting(Element::data).noneMatch(css -> css.contains("url(") || css.contains("@import"));
  }

  @Test
  void ourScriptsNameNoAddress() {
    Document page = Jsoup.parse(ReportPage.html(Texts.ENGLISH, "{}"));

    assertThat(page.select("script")).as("texts, data, uPlot and ours").hasSize(4);
    assertThat(page.select("script")).extracting(Element::data)
        .filteredOn(script -> !script.contains("uPlot:"))
        .noneMatch(script -> script.contains("http://") || script.contains("https://") || script.contains("fetch("));
  }

  @Test
  void noTextInTheDataCanEndItsScript() {
    String json = "{\"title\": \"</script><script>alert(1)</script><!-- {{scripts}}\"}";

    Document page = Jsoup.parse(ReportPage.html(Texts.ENGLISH, json));

    assertThat(page.getElementById("data").data()).doesNotContain("<").contains("{{scripts}}");
    assertThat(page.getElementById("data").data().replace("\\u003c", "<")).isEqualTo(json);
    assertThat(page.select("script")).extracting(Element::data).noneMatch(script -> script.equals("alert(1)"));
  }

  @Test
  void itHoldsTheLicenceOfWhatItHoldsOfOthers() {
    assertThat(ReportPage.html(Texts.ENGLISH, "{}")).contains("The MIT License", "Leon Sorokin");
  }

  @Test
  void itWritesAFileWithItsFolders(@TempDir Path folder) {
    Path file = folder.resolve("lab/report.html");

    ReportPage.write(file, Texts.ENGLISH, "{}");

    assertThat(file).content().isEqualTo(ReportPage.html(Texts.ENGLISH, "{}")).startsWith("<!DOCTYPE html>");
    assertThat(Files.exists(folder.resolve("lab/report.html.part"))).isFalse();
  }
}
