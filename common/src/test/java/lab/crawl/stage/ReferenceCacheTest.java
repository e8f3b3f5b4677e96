package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceCacheTest {
  private final ReferenceCache cache = new ReferenceCache();

  @Test
  void remembersByFolderEncodingAndReference() {
    cache.put("http://a/", UTF_8, "x", "http://a/x");
    assertThat(cache.get("http://a/", UTF_8, "x")).isEqualTo("http://a/x");
    assertThat(cache.get("http://b/", UTF_8, "x")).isNull();
    assertThat(cache.get("http://a/", ISO_8859_1, "x")).isNull();
    assertThat(cache.get("http://a/", UTF_8, "y")).isNull();
  }

  @Test
  void neverGivesOneForAnother() {
    for (int i = 0; i < 100_000; i++) {
      cache.put("http://a/", UTF_8, "x" + i, "http://a/x" + i);
    }
    int known = 0;
    for (int i = 0; i < 100_000; i++) {
      String url = cache.get("http://a/", UTF_8, "x" + i);
      assertThat(url).isIn(null, "http://a/x" + i);
      known += url == null ? 0 : 1;
    }
    assertThat(known).isBetween(2_000, 4_096);
  }

  @Test
  void keepsNothingThatIsLong() {
    String longer = "x".repeat(1_000);
    cache.put("http://a/", UTF_8, longer, "http://a/" + longer);
    assertThat(cache.get("http://a/", UTF_8, longer)).isNull();
  }
}
