package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import lab.crawl.Body;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapReaderTest {
  private static final HttpUrl HERE = HttpUrl.get("http://site.test/maps/sitemap.xml");

  private static SitemapReader.Listed read(String text) {
    return SitemapReader.read(HERE, Body.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.test/a#part, http://site.test/a",
    "../b, http://site.test/b",
    "http://site.test/?a=1&amp;b=2, http://site.test/?a=1&b=2",
    "http://site.test/x y, http://site.test/x%20y",
    "http://site.test/?a|b, http://site.test/?a|b",
    "http://site.test/café, http://site.test/caf%C3%A9",
    "mailto:x@site.test, ",
  })
  void urlsAreTakenAsLinksAre(String loc, String url) {
    SitemapReader.Listed listed = read("<urlset><url><loc> " + loc + " </loc></url></urlset>");

    assertThat(listed.urls()).isEqualTo(url == null ? List.of() : List.of(url));
    assertThat(listed.problem()).isEmpty();
  }

  @Test
  void aBrokenIndexIsStillAnIndex() {
    SitemapReader.Listed listed = read("<sitemapindex><sitemap><loc>http://site.test/1.xml</loc></sitemap><sitemap>");

    assertThat(listed.isIndex()).isTrue();
    assertThat(listed.urls()).containsExactly("http://site.test/1.xml");
    assertThat(listed.problem()).isPresent();
  }

  @Test
  void noMoreUrlsAreTakenThanTheProtocolAllows() {
    String lines = IntStream.range(0, 50_001).mapToObj(i -> "<url><loc>http://site.test/" + i + "</loc></url>").collect(Collectors.joining());

    SitemapReader.Listed listed = read("<urlset>" + lines + "</urlset>");

    assertThat(listed.urls()).hasSize(50_000);
    assertThat(listed.problem()).contains("it lists more than 50000 URLs: the others are left out");
  }

  /** Only a packed one can be so long: of others no more is fetched. */
  @Test
  void oneThatIsCutAtTheProtocolsLimitIsNotCalledBroken() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("<urlset><url><loc>http://site.test/1</loc></url>".getBytes(StandardCharsets.UTF_8));
      out.write(" ".repeat(50 << 20).getBytes(StandardCharsets.UTF_8));
      out.write("<url><loc>http://site.test/2</loc></url></urlset>".getBytes(StandardCharsets.UTF_8));
    }

    SitemapReader.Listed listed = SitemapReader.read(HERE, Body.of(packed.toByteArray()));

    assertThat(listed.urls()).containsExactly("http://site.test/1");
    assertThat(listed.problem()).contains(
        "it is longer than 50 MiB, the most that the sitemap protocol allows: what it lists behind that is left out");
  }

  /** An entity could read a file of whoever crawls, or fill the heap. */
  @Test
  void entitiesAreNotRead() {
    SitemapReader.Listed listed = read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>/&e;</loc></url></urlset>");

    assertThat(listed.urls()).isEmpty();
    assertThat(listed.problem()).isPresent();
  }
}
