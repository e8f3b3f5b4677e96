package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
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
    Optional<SkipReason> reason = scope.reasonToSkip(scope.seed().resolve(path).toString());
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
    Optional<SkipReason> reason = scope.reasonToSkip(scope.seed().resolve(path).toString());
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
    assertThat(scope(seed, Scope.Reach.PREFIX, null).seedMovedTo(HttpUrl.get(target)).within()).isEqualTo(within);
  }

  private static Scope scope(String seed, Scope.Reach reach, String exclude) {
    return new Scope(HttpUrl.get(seed), reach, Optional.ofNullable(exclude).map(Pattern::compile));
  }

  /** JUnit makes it from a table's text. */
  record HttpUrlArgument(HttpUrl url) {
    static HttpUrlArgument of(String text) {
      return new HttpUrlArgument(HttpUrl.get(text));
    }
  }
}
