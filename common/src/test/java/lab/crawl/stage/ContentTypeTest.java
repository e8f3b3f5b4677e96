package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
    "text/html                                    | text/html             | none",
    "TEXT/HTML                                    | text/html             | none",
    "' text/html '                                | text/html             | none",
    "application/xhtml+xml                        | application/xhtml+xml | none",
    // parameters, broken ones too
    "text/html;charset=utf-8                      | text/html             | utf-8",
    "text/html; charset=utf-8                     | text/html             | utf-8",
    "text/html; CHARSET=UTF-8                     | text/html             | UTF-8",
    "text/html; charset=\"utf-8\"                 | text/html             | utf-8",
    "text/html; charset=\"utf-8\"x; a=b           | text/html             | utf-8",
    "text/html; charset=\"utf-8                   | text/html             | utf-8",
    "text/html; charset=\"a\\\"b\"                | text/html             | a\"b",
    "text/html; charset=utf-8; charset=latin1     | text/html             | utf-8",
    "text/html; charset=; charset=latin1          | text/html             | latin1",
    "text/html; x=\";charset=no\"; charset=yes    | text/html             | yes",
    "text/html; x=y;; charset=yes                 | text/html             | yes",
    "' text/html ;x'                              | text/html             | none",
    "text/html;                                   | text/html             | none",
    "text/html; charset                           | text/html             | none",
    "text/html; charset=                          | text/html             | none",
    "text/html; charset =utf-8                    | text/html             | none",
    // several values
    "text/html, text/html                         | text/html             | none",
    "text/html,text/html; charset=utf-8           | text/html             | utf-8",
    "text/html; charset=utf-8, text/html          | text/html             | utf-8",
    "text/html; charset=utf-8, text/plain         | text/plain            | none",
    "text/plain; charset=utf-8, text/html         | text/html             | none",
    "text/html; charset=a, text/html; charset=b   | text/html             | b",
    "text/html; x=\",text/plain\"                 | text/html             | none",
    "text/html, */*                               | text/html             | none",
    "text/html, nonsense                          | text/html             | none",
    "text/html,                                   | text/html             | none",
    "', text/html'                                | text/html             | none",
    // none
    "''                                           | ''                    | none",
    "*/*                                          | ''                    | none",
    "text                                         | ''                    | none",
    "/html                                        | ''                    | none",
    "text/                                        | ''                    | none",
    "te xt/html                                   | ''                    | none",
    "text/ht ml                                   | ''                    | none",
    "none                                         | ''                    | none",
  })
  void readsWhatAReplySays(String value, String essence, String charset) {
    assertThat(ContentType.of(Replies.headers("Content-Type", value))).isEqualTo(new ContentType(essence, Optional.ofNullable(charset)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "''              | /a.css      | a { }   | text/css",
    "''              | /A.CSS?v=1  | a { }   | text/css",
    "unknown/unknown | /a.css      | a { }   | text/css",
    "''              | /a.css      | <html>  | text/html",
    "''              | /a.css/     | a { }   | ''",
    "''              | /?a.css     | a { }   | ''",
    "text/plain      | /a.css      | a { }   | text/plain",
  })
  void aStyleSheetWithoutATypeIsKnownByItsName(String value, String path, String body, String essence) {
    HttpUrl url = HttpUrl.get("http://site.test" + path);
    assertThat(ContentType.of(url, Replies.ok(body.getBytes(UTF_8), "Content-Type", value)).essence()).isEqualTo(essence);
    assertThat(ContentType.of(url, Replies.ok(body.getBytes(UTF_8), "X-Content-Type-Options", "nosniff")).essence()).isEmpty();
  }

  @Test
  void severalHeadersAreLikeSeveralValues() {
    ContentType type = ContentType.of(Replies.headers("Content-Type", "text/html; charset=latin1", "content-type", "text/html"));
    assertThat(type).isEqualTo(new ContentType("text/html", Optional.of("latin1")));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, true, false, false", "application/xhtml+xml, false, true, false", "'', false, false, true",
    "unknown/unknown, false, false, true", "application/unknown, false, false, true", "*/*, false, false, true",
    "text/plain, false, false, false", "text/html5, false, false, false", "application/xml, false, false, false",
    "image/svg+xml, false, false, false",
  })
  void knowsAPage(String value, boolean html, boolean xhtml, boolean unknown) {
    ContentType type = ContentType.of(Replies.headers("Content-Type", value));
    assertThat(type.isHtml()).isEqualTo(html);
    assertThat(type.isXhtml()).isEqualTo(xhtml);
    assertThat(type.isUnknown()).isEqualTo(unknown);
  }
}
