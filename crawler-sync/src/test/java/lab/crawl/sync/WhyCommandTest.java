package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code --why} says. */
class WhyCommandTest {
  private WebServer site;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer()
        .page("/", "/b", "/a", "/missing", "/private", "http://other.invalid/")
        .page("/a", "/moved", "/x/x/x/x/x")
        .page("/b", "/moved")
        .redirect("/moved", "/far")
        .page("/far", "/farther")
        .page("/farther");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void tellsTheShortestChainAndWhatCameOfIt() {
    assertThat(why("/farther")).containsExactly(
        "why          HOST/farther",
        "             found: HOST/, the seed",
        "                    refers to HOST/a",
        "                    refers to HOST/moved",
        "                    redirects to HOST/far",
        "                    refers to HOST/farther",
        "             fetched: status 200, 0 bytes saved");
  }

  @Test
  void tellsTheRuleThatDecided() {
    assertThat(last("/private", "--exclude", "priv.te")).isEqualTo("not fetched: --exclude priv.te is found in it");
    assertThat(last("/a", "--include", "/b")).isEqualTo("not fetched: no --include is found in it");
    assertThat(last("/farther", "--max-depth", "2")).isEqualTo("never found: nothing that was fetched refers to it");
    assertThat(last("/far", "--max-depth", "2")).isEqualTo("not fetched: it is 3 links away from the seed, more than --max-depth 2");
    assertThat(last("/a", "--max-depth", "0")).isEqualTo("not fetched: it is 1 link away from the seed, more than --max-depth 0");
    assertThat(last("/x/x/x/x/x")).isEqualTo(
        "not fetched: it looks like a trap: a segment of its path stands there more often than --max-repeats 4");
    assertThat(last("/x/x/x/x/x", "--max-path-depth", "4")).endsWith("its path is deeper than --max-path-depth 4");
    assertThat(last("/missing", "--max-url-length", "25")).endsWith("longer than --max-url-length 25");
    assertThat(last("/moved", "--max-pages", "5")).isEqualTo("not fetched: the crawl ended before, at --max-pages 5");
    assertThat(last("/moved")).isEqualTo("fetched: status 302, redirects to HOST/far");
    assertThat(last("/missing")).isEqualTo("failed: http-status, HTTP status 404");
    assertThat(last("/nowhere")).isEqualTo("never found: nothing that was fetched refers to it");
    assertThat(last("http://other.invalid/")).isEqualTo(
        "never found: it is on another origin, and references to others are not followed");
    site.robots(200, "User-agent: *\nDisallow: /private");
    assertThat(last("/private")).isEqualTo("not fetched: robots.txt disallows it, and there is no --no-robots");
  }

  @Test
  void tellsWhatIsOutOfScope() {
    site.page("/dir/", "/far");
    List<String> lines = lines(CommandCall.of(site.url("/dir/"), "--scope", "prefix", "--why", "/far").out());
    assertThat(lines.getLast().strip()).isEqualTo("not fetched: it isn't below HOST/dir/, as --scope prefix wants");
  }

  @Test
  void takesSeveralAndEachAsALinkWouldBe() {
    CommandCall call = CommandCall.of(site.url("/"), "--why", "far#part", "--why", "./x/../%61");
    assertThat(lines(call.out())).contains("why          HOST/far", "why          HOST/a");
  }

  @Test
  void tellsNothingUnasked() {
    assertThat(CommandCall.of(site.url("/")).out()).doesNotContain("why ", "found:");
  }

  @Test
  void refusesWhatIsNoWebAddressBeforeItCrawls() {
    CommandCall call = CommandCall.of(site.url("/"), "--why", "mailto:x");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).startsWith("--why 'mailto:x' is not a web address such as http://host/page or /page");
    assertThat(site.asked()).isEmpty();
  }

  private List<String> why(String url, String... options) {
    List<String> args = new ArrayList<>(List.of(site.url("/"), "--why", url));
    args.addAll(List.of(options));
    List<String> lines = lines(CommandCall.of(args.toArray(String[]::new)).out());
    return lines.subList(lines.indexOf(lines.stream().filter(line -> line.startsWith("why ")).findFirst().orElseThrow()), lines.size());
  }

  private String last(String url, String... options) {
    return why(url, options).getLast().strip();
  }

  /** Of the printed lines; the summary's begin with two spaces. */
  private List<String> lines(String out) {
    String host = site.url("");
    return out.lines().map(line -> line.replace(host, "HOST").replaceFirst("^  ", "")).toList();
  }
}
