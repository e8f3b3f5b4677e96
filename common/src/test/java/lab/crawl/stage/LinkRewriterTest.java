package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.Scope;
import lab.crawl.Sha256;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRewriterTest {
  private static final HttpUrl HOME = HttpUrl.get("http://site.test/");

  /** What is in the copy, but for the page itself. */
  private static final Map<String, String> FILES = Map.of(
      "http://site.test/", "index.html",
      "http://site.test/about", "about~.html",
      "http://site.test/dir/x?page=2", "dir/x@page=2.html",
      "http://site.test/dir/style.css?v=3", "dir/style.css@v=3.css",
      "http://site.test/a&b.png", "a&b.png",
      "http://site.test/c,d.png", "c,d.png",
      "http://site.test/it's(1).png", "it's(1).png",
      "http://site.test/dir/caf%C3%A9.html", "dir/caf%C3%A9.html",
      "http://site.test/dir/page.html", "dir/page.html",
      "http://cdn.test/lib.js", "~hosts/cdn.test/lib.js");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    // between files of the copy
    "<a href=\"/about#team\">            | <a href=\"../about~.html#team\">",
    "<a href='x?page=2'>                 | <a href='x@page=2.html'>",
    "<a href=x?page=2>                   | <a href=x@page=2.html>",
    "<A HREF = /about >                  | <A HREF = ../about~.html >",
    "<a href='http://site.test/'>        | <a href='../index.html'>",
    "<a href='//site.test/about'>        | <a href='../about~.html'>",
    "<a href='café.html'>                | <a href='caf%25C3%25A9.html'>",
    "<a href='page.html#x'>              | <a href='page.html#x'>",
    "<a href='./page.html'>              | <a href='page.html'>",
    "<a href='?'>                        | <a href='http://site.test/dir/page.html?'>",
    "<a href='#top'><a href=''>          | <a href='#top'><a href=''>",
    "<img src='/a&amp;b.png'>            | <img src='../a%26b.png'>",
    "<img src=\"/it's(1).png\">          | <img src=\"../it%27s%281%29.png\">",
    "<img srcset='/a&b.png 1x, /c,d.png 2x,/about'> | <img srcset='../a%26b.png 1x, ../c%2Cd.png 2x,../about~.html'>",
    "<script src='http://cdn.test/lib.js'> | <script src='../~hosts/cdn.test/lib.js'>",
    "<meta http-equiv=refresh content='3; URL=/about'> | <meta http-equiv=refresh content='3; URL=../about~.html'>",
    "<base href=\"/it's/\"><meta http-equiv=refresh content=\"3; url='x'\"> "
        + "| <base href=\"page.html\"><meta http-equiv=refresh content=\"3; url=&#39;http://site.test/it%27s/x&#39;\">",
    // to what isn't in it
    "<a href=\"/gone?a=1&amp;b=2#c\">    | <a href=\"http://site.test/gone?a=1&amp;b=2#c\">",
    "<a href='http://other.test/~x/'>    | <a href='http://other.test/~x/'>",
    "<a href='//other.test/x'>           | <a href='http://other.test/x'>",
    "<a href='mailto:me@site.test'>      | <a href='mailto:me@site.test'>",
    "<a href='javascript:go(\"/about\")'> | <a href='javascript:go(\"/about\")'>",
    "<img src='data:image/png;base64,/about'> | <img src='data:image/png;base64,/about'>",
    "<form action='/search'><q cite=/about> | <form action='http://site.test/search'><q cite=../about~.html>",
    // style sheets
    "<link rel=stylesheet href=style.css?v=3> | <link rel=stylesheet href=style.css@v=3.css>",
    "<p style='background: url(/a&amp;b.png)'> | <p style='background: url(&quot;../a%26b.png&quot;)'>",
    "<style>@import '/dir/style.css?v=3'; a { b: url( /c,d.png ) }</style> | "
        + "<style>@import \"style.css@v=3.css\"; a { b: url( \"../c%2Cd.png\" ) }</style>",
    // drawings
    "<svg><use xlink:href='/about#i'/><a href=/about></svg> | <svg><use xlink:href='../about~.html#i'/><a href=../about~.html></svg>",
    // what is no reference
    "<textarea><a href=/about></textarea><!-- <a href=/about> -->&lt;a href=/about> | "
        + "<textarea><a href=/about></textarea><!-- <a href=/about> -->&lt;a href=/about>",
    "<a title='/about' href=/about href=/about>  | <a title='/about' href=../about~.html href=/about>",
    "<p>\u0001 \uFFFD <b x = 'y' >< / b><a href=/about>é\t</P> | <p>\u0001 \uFFFD <b x = 'y' >< / b><a href=../about~.html>é\t</P>",
    // what would keep the copy from working
    "<base href='/'><a href='about'><a href='#x'>   | <base href='page.html'><a href='../about~.html'><a href='../index.html#x'>",
    "<a href='about'><style>a{b:url(about)}</style><base href='/'><base href='/x'> | "
        + "<a href='../about~.html'><style>a{b:url(\"../about~.html\")}</style><base href='page.html'><base href='page.html'>",
    "<base href=/><a href><a href= ><a href=''>           | "
        + "<base href=page.html><a href=\"../index.html\" data-href><a href=\"../index.html\" data-href= ><a href=\"../index.html\" data-href=''>",
    "<base href=''><a href=#x><a href=''>            | <base href=''><a href=page.html#x><a href=\"page.html\" data-href=''>",
    "<base href=/><form action=''><img src><link rel=icon href=''> | <base href=page.html><form action=''><img src><link rel=icon href=''>",
    "<base href='/dir/page.html' target=_top><a href='#x'> | <base href='page.html' target=_top><a href='page.html#x'>",
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"> | "
        + "<meta data-http-equiv=Content-Security-Policy content=\"default-src 'self'\">",
    "<link rel=stylesheet href='style.css?v=3' integrity=sha256-x crossorigin> | "
        + "<link rel=stylesheet href='style.css@v=3.css' data-integrity=sha256-x data-crossorigin>",
    "<script src=http://other.test/x integrity=sha256-x crossorigin> | <script src=http://other.test/x integrity=sha256-x crossorigin>",
  })
  void changesReferencesAndNothingElse(String page, String expected) throws IOException {
    assertThat(rewritten("/dir/page.html", "text/html; charset=utf-8", page.getBytes(UTF_8)))
        .isEqualTo(("<meta charset=\"utf-8\">".repeat(isAscii(page) ? 0 : 1) + expected).getBytes(UTF_8))
        .asString(UTF_8);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 'caf\u00e9'", "iso-8859-1, 'caf\u00e9'", "shift_jis, 日本ソ", "utf-16le, 日本é", "euc-jp, 日本", "gb2312, 中文", "iso-2022-jp, 日本",
  })
  void keepsTheEncoding(String label, String text) throws IOException {
    Charset encoding = Encodings.ofLabel(label).orElseThrow();
    String page = "\uFEFF".repeat(encoding == UTF_16LE ? 1 : 0) + "<meta charset=" + label + ">" + text + "<a href=/about#%s title='%s'>%s";

    byte[] copy = rewritten("/dir/page.html", "text/html", page.formatted(text, text, text).getBytes(encoding));

    assertThat(new String(copy, encoding)).isEqualTo(page.formatted(text, text, text).replace("/about", "../about~.html"));
  }

  @Test
  void keepsBytesThatMeanNothing() throws IOException {
    String page = "<p>\u00ff\u00c3<a href='/about'>\u00e9\u00e2\u0082";
    byte[] copy = rewritten("/dir/page.html", "text/html", page.getBytes(ISO_8859_1));
    assertThat(new String(copy, ISO_8859_1)).isEqualTo(page.replace("/about", "../about~.html"));
  }

  @Test
  void keepsBytesOfALongPage() throws IOException {
    String part = "\uD83D\uDE00é<a href='/about'>\u0085</a>\r\n";
    byte[] copy = rewritten("/dir/page.html", "text/html", ("<meta charset=utf-8>" + part.repeat(5_000)).getBytes(UTF_8));
    assertThat(new String(copy, UTF_8)).isEqualTo("<meta charset=utf-8>" + part.replace("/about", "../about~.html").repeat(5_000));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "text/html; charset=windows-1251      | <!doctype html><html><head lang=ru><title>\u00ff | "
        + "<!doctype html><html><head lang=ru><meta charset=\"windows-1251\"><title>\u00ff",
    "text/html; charset=windows-1251      | <!doctype html><title>\u00ff       | <!doctype html><meta charset=\"windows-1251\"><title>\u00ff",
    "text/html; charset=windows-1251      | <p>\u00ff                          | <meta charset=\"windows-1251\"><p>\u00ff",
    "text/html; charset=windows-1251      | <p>plain                           | <p>plain",
    "text/html; charset=windows-1251      | <meta charset=utf-8>\u00ff         | <meta charset=\"windows-1251\"><meta charset=utf-8>\u00ff",
    "text/html; charset=windows-1251      | <meta charset=windows-1251>\u00ff  | <meta charset=windows-1251>\u00ff",
    "text/css; charset=windows-1251       | a{b:'\u00ff'}                      | @charset \"windows-1251\";a{b:'\u00ff'}",
    "image/svg+xml; charset=windows-1251  | <svg>\u00ff</svg>                  | <?xml version=\"1.0\" encoding=\"windows-1251\"?><svg>\u00ff</svg>",
    "image/svg+xml; charset=windows-1251  | <?xml version='1.0'?><svg>\u00ff</svg> | "
        + "<?xml version=\"1.0\" encoding=\"windows-1251\"?><svg>\u00ff</svg>",
  })
  void saysWhichEncodingItIsIfOnlyTheReplyDid(String type, String page, String expected) throws IOException {
    byte[] copy = rewritten("/dir/page.html", type, page.getBytes(ISO_8859_1));
    assertThat(new String(copy, ISO_8859_1)).isEqualTo(expected);
  }

  @Test
  void marksTheByteOrderThatOnlyTheReplyToldOf() throws IOException {
    byte[] copy = rewritten("/dir/page.html", "text/html; charset=utf-16le", "<a href=/about>".getBytes(UTF_16LE));
    assertThat(new String(copy, UTF_16LE)).isEqualTo("\uFEFF<a href=../about~.html>");
  }

  @Test
  void rewritesStyleSheets() throws IOException {
    String css = "\uFEFF@import url(style.css?v=3) print; /* url(/about) */ a { b: url('/c,d.png'), url(#x), url(data:x); c: url(/gone) }";
    assertThat(new String(rewritten("/dir/page.css", "text/css", css.getBytes(UTF_8)), UTF_8)).isEqualTo(
        "\uFEFF@import url(\"style.css@v=3.css\") print; /* url(/about) */ a { b: url(\"../c%2Cd.png\"), url(#x), url(data:x); "
            + "c: url(\"http://site.test/gone\") }");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<style>a&gt;b{c:url(/about)} <![CDATA[a>b{c:url(/about)}]]></style> | "
        + "<style>a&gt;b{c:url(&quot;../about~.html&quot;)} <![CDATA[a>b{c:url(\"../about~.html\")}]]></style>",
    "<style><![CDATA[a{b:url(/about)}]]></style> | <style><![CDATA[a{b:url(\"../about~.html\")}]]></style>",
    "<rect fill='url(/about#g)' style='x:url(/about)'/> | <rect fill='url(&quot;../about~.html#g&quot;)' style='x:url(&quot;../about~.html&quot;)'/>",
    "<a xlink:href='/about'/><image href='/a&amp;b.png'/> | <a xlink:href='../about~.html'/><image href='../a%26b.png'/>",
  })
  void rewritesDrawings(String content, String expected) throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>%s</svg>";
    byte[] copy = rewritten("/dir/d.svg", "image/svg+xml", svg.formatted(content).getBytes(UTF_8));
    assertThat(new String(copy, UTF_8)).isEqualTo(svg.formatted(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0,   it,            true", "1,   it,            false", "100, it,            false", "0,   another body,  false", "0,   another type,  false",
    "0,   a changed body, false"
  })
  void whatMayBeOfAnotherPageIsFoundAgain(int cutBytes, String writtenFor, boolean isTaken) throws IOException {
    byte[] page = "<base href='/'><a href='about'>é<a href='/gone'>".getBytes(UTF_8);
    Path original = Files.write(temp.resolve("body.orig"), writtenFor.equals("a changed body") ? "<a href='/about'>".getBytes(UTF_8) : page);
    Visit.Saved saved = saved("/dir/page.html", "text/html", page);
    PagePlaces wrong = new PagePlaces(UTF_8, Optional.of("/"), List.of(), new PagePlaces.Declaration(0, 0));
    PlacesFile file = PlacesFile.of(original);
    file.write(switch (writtenFor) {
      case "another body" -> saved("/dir/page.html", "text/html", new byte[0]);
      case "another type" -> saved("/dir/page.html", "application/xhtml+xml", page);
      default -> saved;
    }, wrong);
    byte[] written = Files.readAllBytes(file.path());
    Files.write(file.path(), Arrays.copyOf(written, Math.max(0, written.length - cutBytes)));

    byte[] unchanged = Files.readAllBytes(original);
    assertThat(Arrays.equals(rewrite(saved, original), unchanged)).as("taken").isEqualTo(isTaken);
  }

  @Test
  void aLongValueIsKeptWhole() throws IOException {
    String css = "a { b: url(/about) }".repeat(5_000);
    String page = "<style>" + css + "</style><a href='/about'>";

    assertThat(new String(rewritten("/dir/page.html", "text/html", page.getBytes(UTF_8)), UTF_8)).isEqualTo(
        page.replace("url(/about)", "url(\"../about~.html\")").replace("'/about'", "'../about~.html'"));
  }

  @Test
  void aBaseThatComesLateCountsForPartsOfThePage() throws IOException {
    byte[] copy = rewrite("/dir/page.html", "<a href='#x'><img src='DATA:,x'><base href='/about'>");
    assertThat(copy).asString(UTF_8).isEqualTo("<a href='../about~.html#x'><img src='DATA:,x'><base href='page.html'>");
  }

  private byte[] rewrite(String path, String page) throws IOException {
    Path original = Files.writeString(temp.resolve("body.orig"), page);
    Visit.Saved saved = saved(path, "text/html", page.getBytes(UTF_8));
    assertThat(find(saved, page.getBytes(UTF_8))).as("found in the crawl").isEmpty();
    return rewrite(saved, original);
  }

  /** Both ways: with what was found when the page was crawled, and without. */
  private byte[] rewritten(String path, String type, byte[] body) throws IOException {
    Path original = Files.write(temp.resolve("body.orig"), body);
    Visit.Saved saved = saved(path, type, body);
    byte[] parsedAgain = rewrite(saved, original);
    Optional<PagePlaces> places = find(saved, body);
    assertThat(places.isPresent()).as("found in the crawl").isEqualTo(!type.startsWith("text/css"));
    places.ifPresent(found -> PlacesFile.of(original).write(saved, found));
    assertThat(rewrite(saved, original)).as("with what was found in the crawl").isEqualTo(parsedAgain);
    return parsedAgain;
  }

  private static Optional<PagePlaces> find(Visit.Saved saved, byte[] body) {
    return new Outlinks(Scope.of(HOME)).find(saved.url(), Replies.ok(body, "Content-Type", saved.type()), true).places();
  }

  private static Visit.Saved saved(String path, String type, byte[] body) {
    return new Visit.Saved(HOME.resolve(path), 200, body.length, Sha256.hex(body), "-", type);
  }

  private static byte[] rewrite(Visit.Saved saved, Path original) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LinkRewriter(HOME, url -> Optional.ofNullable(FILES.get(url))).rewrite(saved, original, out);
    return out.toByteArray();
  }
}
