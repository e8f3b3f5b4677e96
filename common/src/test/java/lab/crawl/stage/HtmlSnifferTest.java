package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSnifferTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "<!doctype html>", "<!DOCTYPE HTML PUBLIC", "<html>", "<HTML lang=en>", "\n\t\f\r <html>", "<head>", "<script>", "<iframe >", "<h1>",
    "<div class=x>", "<font >", "<table>", "<a href=x>", "<style>", "<title>x", "<b>", "<body>", "<br>", "<p>x", "<!-- x",
  })
  void knowsHtmlByItsBeginning(String text) {
    assertThat(isHtml(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", " ", "x", "x<html>", "<", "<html", "<html\n>", "<htmlx>", "<h2>", "<span>", "<?xml version='1.0'?><html>", "<!doctype svg>", "{}",
    "%PDF-1.7", "<!--x-->", "\u00a0<html>", "\u00ef\u00bb\u00bf<html>",
  })
  void leavesOutTheRest(String text) {
    assertThat(isHtml(text)).isFalse();
  }

  @Test
  void looksAtTheFirst1445Bytes() {
    assertThat(isHtml(" ".repeat(1_445 - 6) + "<html>")).isTrue();
    assertThat(isHtml(" ".repeat(1_445 - 5) + "<html>")).isFalse();
  }

  private static boolean isHtml(String text) {
    return HtmlSniffer.isHtml(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
