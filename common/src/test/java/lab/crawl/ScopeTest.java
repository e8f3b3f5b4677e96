package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({
    "http://site.test/b,          true",
    "http://SITE.test:80/b,       true",
    "http://site.test:81/b,       false",
    "https://site.test/b,         false",
    "https://site.test:80/b,      false",
    "http://www.site.test/b,      false",
    "http://site.test.evil.test/, false",
    "http://site.test@evil.test/, false",
  })
  void anOriginIsSchemeHostAndPort(HttpUrlArgument url, boolean same) {
    assertThat(scope("http://site.test/a", Scope.Reach.ORIGIN, null).sameOrigin(url.url().toString())).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.test/docs/index.html, /docs/,        true",
    "http://site.test/docs/index.html, /docs/a/b?c,   true",
    "http://site.test/docs/index.html, /docs,         false",
    "http://site.test/docs/index.html, /docs-old/,    false",
    "http://site.test/docs/index.html, /docs/../x,    false",
    "http://site.test/docs/index.html, /DOCS/a,       false",
    "http://site.test/docs/index.html, /?/docs/,      false",
    "http://site.test/docs,            /anything,     true",
    "http://site.test/docs/,           /docs/a,       true",
    "http://site.test/docs/,           /docs,         false",
    "http://site.test/?a=/b/c,         /x,            true",
  })
  void aPrefixIsTheSeedsFolder(String seed, String path, boolean inside) {
    Scope scope = scope(seed, Scope.Reach.PREFIX, null);
    Optional<SkipReason> reason = scope.reasonToSkip(scope.seeds().getFirst().resolve(path).toString());
    assertThat(reason).isEqualTo(inside ? Optional.empty() : Optional.of(SkipReason.OUT_OF_SCOPE));
  }

  @ParameterizedTest
  @CsvSource({
    "\\.pdf$,        /a.pdf,      true",
    "\\.pdf$,        /a.pdf?x,    false",
    "logout,         /x/logout/y, true",
    "^http://site,   /x,          true",
    "^/x,            /x,          false",
    "[?&]page=,      /x?page=2,   true",
  })
  void anExclusionIsFoundAnywhereInTheUrl(String pattern, String path, boolean excluded) {
    Scope scope = scope("http://site.test/", Scope.Reach.ORIGIN, pattern);
    Optional<SkipReason> reason = scope.reasonToSkip(scope.seeds().getFirst().resolve(path).toString());
    assertThat(reason).isEqualTo(excluded ? Optional.of(SkipReason.EXCLUDED) : Optional.empty());
  }

  @Test
  void outOfScopeIsSaidBeforeExcluded() {
    Scope scope = scope("http://site.test/a/", Scope.Reach.PREFIX, "b");
    assertThat(scope.reasonToSkip("http://site.test/b")).contains(SkipReason.OUT_OF_SCOPE);
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.test/library,   http://site.test/library/,         http://site.test/library/",
    "http://site.test/library,   http://site.test/library/a.html,   http://site.test/library/",
    "http://site.test/latest,    http://site.test/v3/index.html,    http://site.test/",
    "http://site.test/docs/,     http://site.test/docs/en/a.html,   http://site.test/docs/",
    "http://site.test/docs/a,    http://site.test/docs/en/,         http://site.test/docs/",
    "http://site.test/docs/a,    http://site.test/login,            http://site.test/docs/",
    "http://site.test/docs/a,    http://site.test/docs,             http://site.test/docs/",
    "http://site.test/docs/a,    http://other.test/docs/b/,         http://site.test/docs/",
  })
  void aSeedWithoutASlashIsAFolderIfItLeadsThere(String seed, String target, String within) {
    assertThat(scope(seed, Scope.Reach.PREFIX, null).seedMovedTo(seed, HttpUrl.get(target)).within()).containsExactly(within);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/x/1,    true,  ",
    "http://a.test/1,      true,  OUT_OF_SCOPE",
    "http://b.test/x/1,    true,  OUT_OF_SCOPE",
    "http://b.test/y/z/1,  true,  ",
    "http://b.test:81/y/1, false, ",
  })
  void ofSeveralSeedsEachHasItsFolder(String url, boolean same, SkipReason reason) {
    List<HttpUrl> seeds = List.of(HttpUrl.get("http://a.test/x/"), HttpUrl.get("http://b.test/y/"), HttpUrl.get("http://a.test/x/y"));
    Scope scope = new Scope(seeds, Scope.Reach.PREFIX, UrlFilter.NONE, Scope.Requisites.SAME);
    assertThat(scope.sameOrigin(url)).isEqualTo(same);
    assertThat(scope.reasonToSkip(url)).isEqualTo(Optional.ofNullable(reason));
    assertThat(scope.within()).containsExactly("http://a.test/x/", "http://b.test/y/");
  }

  @Test
  void requisitesFromOtherHostsNeedNotBeIncludedNorInAFolderButMayBeExcluded() {
    UrlFilter filter = new UrlFilter(List.of(Pattern.compile("/docs/")), List.of(Pattern.compile("ads")));
    Scope scope = new Scope(List.of(HttpUrl.get("http://a.test/docs/")), Scope.Reach.PREFIX, filter, Scope.Requisites.ANY);
    assertThat(scope.reasonToSkip("http://cdn.test/logo.png")).isEmpty();
    assertThat(scope.reasonToSkip("http://ads.test/logo.png")).contains(SkipReason.EXCLUDED);
    assertThat(scope.reasonToSkip("http://a.test/logo.png")).contains(SkipReason.OUT_OF_SCOPE);
    assertThat(scope.mayNeedTls()).as("nobody knows yet from where something will be needed").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/,       ",
    "http://a.test/1,      NOT_INCLUDED",
    "http://a.test/docs/1, ",
    "http://a.test/news/1, ",
    "http://a.test/docs/x, EXCLUDED",
    "http://a.test/y,      EXCLUDED",
  })
  void whatIsIncludedMayBeExcludedAndASeedNeedNotBeIncluded(String url, SkipReason reason) {
    UrlFilter filter = new UrlFilter(
        List.of(Pattern.compile("/docs/"), Pattern.compile("/news/")), List.of(Pattern.compile("x$"), Pattern.compile("y$")));
    Scope scope = new Scope(List.of(HttpUrl.get("http://a.test/")), Scope.Reach.ORIGIN, filter, Scope.Requisites.SAME);
    assertThat(scope.reasonToSkip(url)).isEqualTo(Optional.ofNullable(reason));
  }

  private static Scope scope(String seed, Scope.Reach reach, String exclude) {
    List<Pattern> excludes = Stream.ofNullable(exclude).map(Pattern::compile).toList();
    return new Scope(List.of(HttpUrl.get(seed)), reach, new UrlFilter(List.of(), excludes), Scope.Requisites.SAME);
  }

  /** JUnit makes it from a table's text. */
  record HttpUrlArgument(HttpUrl url) {
    static HttpUrlArgument of(String text) {
      return new HttpUrlArgument(HttpUrl.get(text));
    }
  }
}
