package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageEncodingTest {
  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
    // the reply's word
    "latin1   | <p>                                         | windows-1252",
    "latin1   | <meta charset=koi8-r>                       | windows-1252",
    "utf-16   | <p>                                         | UTF-16LE",
    "nonsense | <meta charset=koi8-r>                       | KOI8-R",
    "nonsense | <p>                                         | UTF-8",
    // the page's
    "none     | ''                                          | UTF-8",
    "none     | <p>                                         | UTF-8",
    "none     | <meta charset=koi8-r>                       | KOI8-R",
    "none     | <META CHARSET='KOI8-R'/>                    | KOI8-R",
    "none     | <meta charset=\" koi8-r \">                 | KOI8-R",
    "none     | <meta name=x><meta charset=koi8-r>          | KOI8-R",
    "none     | <meta charset=nonsense><meta charset=koi8-r> | KOI8-R",
    "none     | <meta charset=koi8-r><meta charset=latin1>  | KOI8-R",
    "none     | <meta http-equiv=content-type content='text/html; charset=koi8-r'>    | KOI8-R",
    "none     | <meta content='text/html;charset=\"koi8-r\"' http-equiv=Content-Type> | KOI8-R",
    "none     | <meta http-equiv=content-type content='x; CHARSET = koi8-r; y'>       | KOI8-R",
    "none     | <meta http-equiv=content-type content='x; charset=\" koi8-r \"'>        | KOI8-R",
    "none     | <meta http-equiv=content-type content='x; charset=\"koi8-r'>           | UTF-8",
    "none     | <meta http-equiv=content-type content='koi8-r'>                       | UTF-8",
    "none     | <meta content='text/html; charset=koi8-r'>  | UTF-8",
    "none     | <meta name=charset content=koi8-r>          | UTF-8",
    // what can't be, for we read it
    "none     | <meta charset=utf-16>                       | UTF-8",
    "none     | <meta charset=utf-16le>                     | UTF-8",
    "none     | <meta charset=utf-16be>                     | UTF-8",
    "none     | <meta charset=unicode>                      | UTF-8",
    "none     | <meta http-equiv=content-type content='text/html; charset=utf-16'> | UTF-8",
    "none     | <meta charset=x-user-defined>               | windows-1252",
    "none     | <meta charset=iso-2022-kr>                  | UTF-8",
    // what is no tag
    "none     | <!-- <meta charset=koi8-r> -->              | UTF-8",
    "none     | <!-- --><meta charset=koi8-r>               | KOI8-R",
    "none     | <title><meta charset=koi8-r></title>        | UTF-8",
    "none     | <meta charset=koi8-r                        | UTF-8",
    // an XML declaration
    "none     | <?xml version='1.0' encoding='koi8-r'?><p>  | KOI8-R",
    "none     | <?xml version='1.0' encoding='utf-16'?><p>  | UTF-8",
    "none     | <?xml version='1.0'?><p encoding='koi8-r'>  | UTF-8",
    "none     | <?xml encoding='latin1'?><meta charset=koi8-r> | KOI8-R",
  })
  void html(String label, String head, String charset) {
    assertThat(encoding("text/html", label, head)).isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
    "none   | <?xml version=\"1.0\" encoding=\"koi8-r\"?>   | KOI8-R",
    "none   | <?xml version='1.0' encoding = 'koi8-r' ?>    | KOI8-R",
    "latin1 | <?xml version='1.0' encoding='koi8-r'?>       | windows-1252",
    "none   | <html><meta charset='koi8-r'/>                | UTF-8",
    "none   | ' <?xml version=\"1.0\" encoding=\"koi8-r\"?>' | UTF-8",
  })
  void xhtml(String label, String head, String charset) {
    assertThat(encoding("application/xhtml+xml", label, head)).isEqualTo(charset);
  }

  @Test
  void aByteOrderMarkBeatsAll() {
    assertThat(encoding("text/html", "koi8-r", UTF_8_MARK + "<meta charset=latin1>")).isEqualTo("UTF-8");
    assertThat(encoding("text/html", "koi8-r", "\u00ff\u00fe<\0")).isEqualTo("UTF-16LE");
    assertThat(encoding("text/html", "koi8-r", "\u00fe\u00ff\0<")).isEqualTo("UTF-16BE");
    assertThat(encoding("text/html", "koi8-r", "\u00ef\u00bb")).isEqualTo("KOI8-R");
  }

  @Test
  void twoBytesACharacterAreSeenInXml() {
    assertThat(encoding("application/xhtml+xml", null, "<\0?\0x\0m\0l\0")).isEqualTo("UTF-16LE");
    assertThat(encoding("text/html", null, "\0<\0?\0x\0m\0l")).isEqualTo("UTF-16BE");
  }

  private static String encoding(String essence, String label, String head) {
    ContentType type = new ContentType(essence, Optional.ofNullable(label));
    return PageEncoding.of(type, head.getBytes(StandardCharsets.ISO_8859_1)).name();
  }
}
