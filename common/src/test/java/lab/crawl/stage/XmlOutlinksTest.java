package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of XHTML, of drawings and of sitemaps. */
class XmlOutlinksTest {
  private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";
  private static final String URLSET = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
  private static final String ENTRY = "<url><loc>http://site.test/x</loc></url>";

  @Test
  void readsXhtmlAsXml() {
    String page = """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="s.js"/></head>
        <body><a name="top"/><a href="x?a&amp;b">x</a><![CDATA[<a href="no">]]></body></html>
        """;
    assertThat(OutlinksOf.body("application/xhtml+xml", page)).containsExactly("/dir/s.js", "/dir/x?a&b");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<html xmlns:h='http://www.w3.org/1999/xhtml'><h:a href='x'/>           | /dir/x",
    "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:img src='x'/>        | /dir/x",
    "<h:a xmlns:h='http://www.w3.org/1999/xhtml' href='x'/>                 | /dir/x",
    "<html xmlns:h='http://www.w3.org/1999/xhtml'><h:base href='/b/'/><h:a href='x'/> | /b/x",
    "<html xmlns:s='http://www.w3.org/2000/svg'><s:svg><s:use href='x'/></s:svg>      | /dir/x",
    "<html xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'><image xlink:href='x'/></svg> | /dir/x",
    "<a href='x'/>                                                          | /dir/x",
    "<html xmlns:h='urn:other'><h:a href='x'/>                              | ''",
    "<script><a href='x'/></script>                                         | /dir/x",
    "<script/><a href='x'/>                                                 | /dir/x",
    "<template/><base href='/b/'/><a href='x'/>                             | /b/x",
    "<![CDATA[<a href='x'/>]]>                                              | ''",
  })
  void readsXhtmlByItsNamespaces(String page, String expected) {
    assertThat(OutlinksOf.body("application/xhtml+xml", page)).isEqualTo(OutlinksOf.expected(expected));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "<a href='x'/>                                   | /dir/x",
    "<a xlink:href='x'/>                             | /dir/x",
    "<use href='x#part'/>                            | /dir/x",
    "<use href='#part'/>                             | ~~",
    "<image xmlns:l='http://www.w3.org/1999/xlink' l:href='x'/> | /dir/x",
    "<image xmlns:l='http://www.w3.org/1999/xlink' href='x' l:href='y'/> | /dir/x",
    "<image xmlns:l='urn:other' l:href='x'/>         | ~~",
    "<svg xmlns='&ns_svg;' xmlns:xlink='&ns_xlink;'><image xlink:href='x'/></svg> | /dir/x",
    "<svg xmlns='urn:other'><image xlink:href='x'/></svg> | ~~",
    "<image xlink:href='x'/>                         | /dir/x",
    "<image href='data:image/png;base64,AA=='/>      | ~~",
    "<filter><feImage href='x'/></filter>            | /dir/x",
    "<script href='x'/>                              | /dir/x",
    "<rect fill='url(x#a)' style='mask: url(y)'/>    | /dir/x /dir/y",
    "<style>a { b: url(x) }</style>                  | /dir/x",
    "<style><![CDATA[ @import 'x'; ]]> a { b: url(y) }</style> | /dir/x /dir/y",
    "<style type='text/css'>@import 'x?a&amp;b';</style> | /dir/x?a&b",
    "<title>a { b: url(x) }</title>                  | ~~",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'><img src='x'/></p></foreignObject> | /dir/x",
  })
  void readsADrawing(String content, String expected) {
    assertThat(OutlinksOf.body("image/svg+xml", SVG + content + "</svg>")).isEqualTo(OutlinksOf.expected(expected));
    String filling = "<g></g>text<!-- -->".repeat(80_000);
    assertThat(OutlinksOf.body("image/svg+xml", SVG + filling + content + filling + "</svg>"))
        .containsExactlyInAnyOrderElementsOf(OutlinksOf.expected(expected));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "image/svg+xml         | <?xml-stylesheet href='x' type='text/css'?>      | /dir/x",
    "image/svg+xml         | <?xml version='1.0'?><?xml-stylesheet href='x?a&amp;b'?><?xml-stylesheet href='y'?> | /dir/x?a&b /dir/y",
    "image/svg+xml         | <?xml-stylesheet?><?other href='x'?>             | ~~",
    "image/svg+xml         | <!-- <?xml-stylesheet href='x'?> -->             | ~~",
    "application/xhtml+xml | <?xml-stylesheet href='x'?>                      | /dir/x",
    "text/html             | <?xml-stylesheet href='x'?>                      | ~~",
  })
  void followsTheStyleSheetsOfXml(String type, String begin, String expected) {
    assertThat(OutlinksOf.body(type, begin + SVG + "</svg>")).isEqualTo(OutlinksOf.expected(expected));
    assertThat(OutlinksOf.body(type, begin + SVG + "<g/>".repeat(300_000) + "</svg>")).isEqualTo(OutlinksOf.expected(expected));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://site.test/x</loc></url></urlset> | /x",
    "<urlset><url><loc> http://site.test/x </loc></url><url><loc>/y?a&amp;b</loc></url></urlset>                   | /x /y?a&b",
    "<urlset><url><loc><![CDATA[http://site.test/x?a&b]]></loc></url></urlset>                                     | /x?a&b",
    "<sitemapindex><sitemap><loc>http://site.test/x.xml</loc></sitemap></sitemapindex>                             | /x.xml",
    "<?xml version='1.0'?> <!-- made by --> <?a b?> <!DOCTYPE urlset> <urlset><url><loc>/x</loc></url></urlset>    | /x",
    "\uFEFF<urlset><url><loc>/x</loc></url></urlset>                                                               | /x",
    "<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>/x</s:loc></s:url></s:urlset>   | /x",
    "<urlset xmlns:i='urn:i'><url><loc>/x</loc><i:image><i:loc>/y</i:loc></i:image></url></urlset>                 | /x /y",
    "<urlset xmlns:h='http://www.w3.org/1999/xhtml'><url><loc>/x</loc><h:link rel='alternate' href='/y'/></url></urlset> | /x /y",
    "<urlset><url><loc>//other.test/x</loc></url></urlset>                                                         | ~~",
    "<urlset><url><loc>/x</loc><url><loc>/y                                                                        | /x /y",
    "<urlset/>                                                                                                     | ~~",
    "<urlsets><url><loc>/x</loc></url></urlsets>                                                                   | ~~",
    "<rss><url><loc>/x</loc></url></rss>                                                                           | ~~",
    "<!-- <urlset> --><rss><url><loc>/x</loc></url></rss>                                                          | ~~",
    "http://site.test/x                                                                                            | ~~",
  })
  void readsASitemap(String xml, String expected) throws IOException {
    for (String type : List.of("text/xml", "application/xml; charset=utf-8", "")) {
      assertThat(OutlinksOf.body(type, xml)).isEqualTo(OutlinksOf.expected(expected));
    }
    assertThat(OutlinksOf.body("application/x-gzip", gzip(xml))).isEqualTo(OutlinksOf.expected(expected));
    assertThat(OutlinksOf.body("application/gzip", gzip(xml))).isEqualTo(OutlinksOf.expected(expected));
    assertThat(OutlinksOf.body("text/html", xml)).doesNotContain("/x");
    assertThat(OutlinksOf.body("text/plain", xml)).isEmpty();
  }

  @Test
  void takesWhatABrokenSitemapHas() throws IOException {
    byte[] packed = gzip(URLSET + ENTRY + "<!-- " + "some text that differs ".repeat(10) + Math.PI);
    assertThat(OutlinksOf.body("application/gzip", Arrays.copyOf(packed, packed.length - 9))).containsExactly("/x");
    assertThat(OutlinksOf.body("application/gzip", new byte[] {0x1F, (byte) 0x8B, 7})).isEmpty();
    assertThat(OutlinksOf.body("application/gzip", Arrays.copyOf(packed, 5))).isEmpty();
  }

  @Test
  void readsALongSitemapInPieces() {
    StringBuilder entries = new StringBuilder(URLSET);
    for (int i = 0; i < 50_000; i++) {
      entries.append("<url><loc>http://site.test/").append(i).append("</loc><lastmod>2026-11-26</lastmod></url>\n");
    }
    assertThat(OutlinksOf.body("application/xml", entries + "</urlset>")).hasSize(50_000).contains("/0", "/49999");
  }

  /** As much as the protocol allows, and no more, however much a file unpacks to. */
  @Test
  void unpacksNoBomb() throws IOException {
    byte[] bomb = gzip(URLSET + ENTRY + " ".repeat(60 << 20) + "<url><loc>http://site.test/y</loc></url>");
    assertThat(OutlinksOf.body("application/gzip", bomb)).containsExactly("/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- -->", "<?x?>", "\n", "<!", "<!--", "<?", "<!DOCTYPE a>", "<!DOCTYPE "})
  void findsNoRootQuickly(String repeated) {
    assertThat(OutlinksOf.body("text/xml", repeated.repeat(100_000))).isEmpty();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
