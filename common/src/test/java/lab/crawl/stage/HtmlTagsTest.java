package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jsoup builds a tree by the standard, and has the last word. */
class HtmlTagsTest {
  /** What decides where a tag begins and ends; put together at random. An area, unlike a link, is never put into the tree twice. */
  private static final String[] PIECES = {
    "<area href=x>", "<area href='y'>", "<area href=\"z\">", "<area", " href=", "'", "\"", ">", "/>", "/", "=", "<", "</area>", "</", "<!--", "-->", "--!>", "-",
    "<!-->", "<!--->", "<!", "<?", "!", "<!DOCTYPE html>", "<![CDATA[", "]]>", "text", " ", "\n", "\t", "&amp;", "&#38;", "&lt", "&", "é",
    "<script>", "</script>", "</script ", "<script", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>",
    "<xmp>", "</xmp>", "</xmp/", "<AREA HREF=X", "<area HREF", "<p>", "<img src=x>",
  };

  /** Where other rules hold for a while. */
  private static final String[] SVG_PIECES = {
    "<area href=x>", "<area href=y />", "<svg>", "<svg/>", "</svg>", "<math>", "<title>", "</title>", "<style>", "</style>", "<![CDATA[", "]]>",
    "<!-- -->", "<textarea>", "</textarea>", "<rect/>", "<mi/>", "text",
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheTagsThatJsoupFinds(long seed) {
    compare(PIECES, new Random(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheTagsThatJsoupFindsAmongSvg(long seed) {
    compare(SVG_PIECES, new Random(seed));
  }

  private static void compare(String[] pieces, Random random) {
    for (int i = 0; i < 5_000; i++) {
      StringBuilder page = new StringBuilder("<body>");
      for (int count = random.nextInt(12); count >= 0; count--) {
        page.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(links(page.toString())).as(page.toString()).isEqualTo(linksByJsoup(page.toString()));
    }
  }

  private static List<String> links(String page) {
    List<String> links = new ArrayList<>();
    HtmlTags tags = new HtmlTags(new SlowReader(page), false);
    while (tags.next()) {
      if (tags.name().equals("area") && tags.attribute("href") != null) {
        links.add(tags.attribute("href"));
      }
    }
    return links;
  }

  /** Gives a character at a time, so that every token is cut. */
  private static final class SlowReader extends StringReader {
    SlowReader(String text) {
      super(text);
    }

    @Override
    public int read(char[] buffer) throws IOException {
      return read(buffer, 0, 1);
    }
  }

  private static List<String> linksByJsoup(String page) {
    Document document = Jsoup.parse(page);
    List<String> links = new ArrayList<>();
    for (Element link : document.select("area[href]")) {
      links.add(link.attr("href"));
    }
    return links;
  }
}
