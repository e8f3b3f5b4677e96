package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of pages in any encoding. */
class EncodedOutlinksTest {
  /** The é is in the charset of the column before; it is sent as UTF-8 in any case. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "UTF-8        | text/html                         | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=iso-8859-1     | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=\"ISO-8859-1\" | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html                         | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=no-such-one    | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=               | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "UTF-8        | text/html                         | <meta charset=no-such-one>     | /dir/%C3%A9",
    "UTF-8        | text/html; charset=utf-8          | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "UTF-16LE     | text/html; charset=utf-16le       | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html | <meta http-equiv=content-type content='text/html; charset=latin1'> | /dir/%C3%A9",
    "ISO-8859-1   | text/html                         | ''                             | /dir/%EF%BF%BD",
  })
  void decodesByHeaderThenMetaThenUtf8(String charset, String contentType, String meta, String expected) {
    byte[] body = (meta + "<a href='é'>").getBytes(Charset.forName(charset));
    assertThat(OutlinksOf.body(contentType, body)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkBeatsTheHeader(String charset) {
    byte[] body = "\uFEFF<a href='é'>".getBytes(Charset.forName(charset));
    assertThat(OutlinksOf.body("text/html; charset=iso-8859-1", body)).containsExactly("/dir/%C3%A9");
  }

  /** And no loss to ASCII references. */
  @Test
  void missesAMetaCharsetFarDownThePage() {
    String late = " ".repeat(9_000) + "<meta charset=iso-8859-1><a href='é'><a href=e>";
    assertThat(OutlinksOf.body("text/html", late.getBytes(Charset.forName("ISO-8859-1"))))
        .containsExactly("/dir/%EF%BF%BD", "/dir/e");
  }

  /** The path is sent in UTF-8, the query as the page is encoded. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "windows-1251 | п?п=п&x   | /dir/%D0%BF?%EF=%EF&x",
    "koi8-r       | ?п        | /dir/page.html?%D0",
    "iso-8859-1   | ?é€       | /dir/page.html?%E9%80",
    "iso-8859-2   | ?é&ł      | /dir/page.html?%E9&%B3",
    "shift_jis    | ?表       | /dir/page.html?%95\\",
    "euc-kr       | ?가       | /dir/page.html?%B0%A1",
    "utf-8        | ?é        | /dir/page.html?%C3%A9",
    "windows-1252 | ?&#1087;  | /dir/page.html?%26%231087%3B",
    "windows-1252 | %D0?%D0   | /dir/%D0?%D0",
  })
  void sendsAQueryInThePagesEncoding(String label, String reference, String expected) {
    byte[] page = ("<meta charset=" + label + "><a href='" + reference + "'>").getBytes(Encodings.ofLabel(label).orElseThrow());
    assertThat(OutlinksOf.body("text/html", page)).containsExactly(expected);
  }
}
