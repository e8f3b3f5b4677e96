package lab.crawl.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Visit;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import lab.crawl.stage.SiteFolder;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowsableCopyTest {
  @TempDir Path out;
  private CrawlResult result;
  private SiteFolder site;
  private String url;

  @BeforeEach
  void crawl() throws Exception {
    try (NastySite nasty = NastySite.start()) {
      url = nasty.url();
      result = crawl(url, out);
      site = new SiteFolder(out, HttpUrl.get(url));
    }
  }

  private static CrawlResult crawl(String seed, Path out) throws InterruptedException {
    CrawlPlan plan = CrawlPlan.of(seed).checksumRounds(0).out(out).build();
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      PageProcessor processor = new PageProcessor(plan);
      Frontier frontier = new Frontier(plan, CrawlListener.NONE);
      while (frontier.next() instanceof Next.Url(HttpUrl page)) {
        frontier.record(processor.process(page, fetcher.fetch(page)));
      }
      return frontier.result();
    }
  }

  @Test
  void everyReferenceLeadsToAFileOrToTheSite() throws IOException {
    new BrowsableCopy(site, result).make(false);

    CopyReader copy = CopyReader.of(out);
    assertThat(copy.dead()).isEmpty();
    assertThat(copy.references()).isGreaterThan(60);
    assertThat(copy.absolute().stream().distinct())
        .containsExactlyInAnyOrder(url + "gone", url + "gone.png", url + "search", url + "loop", "http://other.invalid/");
    assertThat(LinkCheck.of(site, result).dead()).isEmpty();
  }

  @Test
  void theCopyServedAndCrawledAgainHasTheSamePages(@TempDir Path again) throws Exception {
    new BrowsableCopy(site, result).make(false);

    List<String> saved = saved(result).map(visit -> out.relativize(site.file(visit)).toString()).sorted().toList();
    try (NastySite copy = NastySite.of(out, files(out).keySet())) {
      CrawlResult second = crawl(copy.url() + "index.html", again);
      assertThat(saved(second).map(visit -> String.join("/", visit.url().pathSegments())).sorted()).isEqualTo(saved);
      assertThat(second.visits()).filteredOn(Visit.Failed.class::isInstance).isEmpty();
    }
  }

  @Test
  void pagesKeepTheirEncodings() throws IOException {
    new BrowsableCopy(site, result).make(false);

    assertThat(Files.readString(out.resolve("win.html"), Charset.forName("windows-1251")))
        .isEqualTo("<meta charset=\"windows-1251\"><title>Привет</title><a href='about~.html'>Привет</a>");
    assertThat(Files.readString(out.resolve("wide~.html"), StandardCharsets.UTF_16LE)).isEqualTo("\uFEFF<a href='sjis~.html'>日本</a>");
    assertThat(Files.readString(out.resolve("sjis~.html"), Charset.forName("windows-31j")))
        .isEqualTo("<meta charset=shift_jis><a href='win.html#表'>表ソ</a>");
  }

  @Test
  void aRedirectLeavesAPageThatLeadsOn() throws IOException {
    new BrowsableCopy(site, result).make(false);

    assertThat(out.resolve("moved/again~.html")).content()
        .contains("url=../target@q=it%2527s%281%29.html", "href=\"../target@q=it%2527s%281%29.html\"");
    assertThat(out.resolve("loop~.html")).content().contains("href=\"" + url + "loop\"");
    assertThat(out.resolve("index.html")).content().contains("href=target@q=it%2527s%281%29.html#x");
  }

  @Test
  void aFolderWhoseOnlyPageIsIndexHtmlOpensAsWell() throws Exception {
    new BrowsableCopy(site, result).make(false);
    Path again = out.resolve("again");
    try (NastySite copy = NastySite.of(out, files(out).keySet())) {
      CrawlResult second = crawl(copy.url() + "index.html", again);
      BrowsableCopy ofCopy = new BrowsableCopy(new SiteFolder(again, HttpUrl.get(copy.url())), second);
      ofCopy.make(false);

      assertThat(ofCopy.file(HttpUrl.get(copy.url() + "index.html"))).contains(again.resolve("index~file.html"));
      assertThat(again.resolve("index.html")).content().contains("url=index~file.html");
      assertThat(CopyReader.of(again).dead()).isEmpty();
    }
  }

  @Test
  void killedInTheMiddleItIsDoneAgain() throws IOException {
    Map<String, String> originals = files(out);
    assertThat(originals).containsKey("about~.html~refs");
    originals.keySet().removeIf(name -> name.endsWith("~refs"));
    new BrowsableCopy(site, result).make(true);
    Map<String, String> whole = files(out);
    Files.delete(out.resolve("about~.html"));
    Files.writeString(out.resolve("index.html"), "of another time");

    new BrowsableCopy(site, result).make(true);
    assertThat(files(out)).isEqualTo(whole).containsAllEntriesOf(originals).doesNotContainKeys("about~.html~refs");

    new BrowsableCopy(site, result).make(false);
    new BrowsableCopy(site, result).make(false);
    whole.keySet().removeIf(name -> name.endsWith(".orig"));
    assertThat(files(out)).isEqualTo(whole).doesNotContainKeys("about~.html.orig");
  }

  /** Pages that are still to come will have files, and then what was made so far is made anew. */
  @Test
  void ofACrawlThatWasInterruptedTheOriginalsStay() throws IOException {
    Map<String, String> originals = files(out);
    CrawlResult partial = new CrawlResult(result.visits().stream().filter(visit -> !visit.url().toString().endsWith("out")).toList(), false, false);

    new BrowsableCopy(site, partial).make(false);
    assertThat(files(out)).containsAllEntriesOf(originals);
    assertThat(Files.readString(out.resolve("index.html"))).contains("<a href=" + url + "about>");

    new BrowsableCopy(site, result).make(false);
    assertThat(Files.readString(out.resolve("index.html"))).contains("<a href=about~.html>");
  }

  @Test
  void theCheckFindsWhatWasLost() throws IOException {
    new BrowsableCopy(site, result).make(false);
    Files.delete(out.resolve("img@id=5.png"));

    LinkCheck check = LinkCheck.of(site, result);
    assertThat(check.dead()).containsExactly(new LinkCheck.Dead("style.css@v=3.css", "img@id=5.png"));
    assertThat(check.files()).isEqualTo(saved(result).filter(visit -> !visit.type().equals("image/png")).count() + 4);
  }

  @Test
  void aFileThatVanishedIsNamed() throws IOException {
    Files.delete(out.resolve("con~.html.orig".replace("con", "co~6E")));

    assertThatThrownBy(() -> new BrowsableCopy(site, result).make(false))
        .isInstanceOf(UncheckedIOException.class).hasMessageContaining("co~6E~.html").message().hasLineCount(1);
  }

  private static Stream<Visit.Saved> saved(CrawlResult result) {
    return result.visits().stream().filter(Visit.Saved.class::isInstance).map(Visit.Saved.class::cast);
  }

  /** Each file's content, a character for each byte. */
  private static Map<String, String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
      return files.stream()
          .collect(Collectors.toMap(file -> folder.relativize(file).toString(), BrowsableCopyTest::content, (a, _) -> a, TreeMap::new));
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
