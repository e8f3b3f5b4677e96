package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with each request because the user says so; the contract says to whom. */
class RequestCommandTest {
  @TempDir private Path folder;
  private WebServer site;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer().page("/", "/a").page("/a");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private CommandCall crawl(String... options) {
    return CommandCall.of(Stream.concat(Stream.of(site.url("/")), Stream.of(options)).toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** As it came with robots.txt, the sitemap and both pages. */
  private String everywhere(String header) {
    assertThat(site.asked()).startsWith("/robots.txt", "/sitemap.xml").endsWith("/", "/a");
    return String.join(" ", site.header(header));
  }

  @Test
  void headersCookiesAndLoginsGoWithRobotsAndSitemapsToo() throws IOException {
    String cookies = file("cookies.txt", "# Netscape HTTP Cookie File\n\n#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tc0\n"
        + ".127.0.0.1\tTRUE\t/\tTRUE\t0\tsecure\tx\n127.0.0.1\tFALSE\t/\tFALSE\t1\told\tx\n");
    String netrc = file("netrc", "# mine\ndefault login no password no\nmachine 127.0.0.1\n  login me\n  password \"my \\\" word\"\n");

    CommandCall call = crawl("--header", "X-Key: k0", "--cookies", cookies, "--netrc", netrc, "--contact", "https://me.example/bot",
        "--sitemap", "/sitemap.xml");

    assertThat(call.outcomes()).containsEntry("/a", "saved");
    assertThat(everywhere("X-Key")).isEqualTo("k0 k0 k0 k0");
    assertThat(everywhere("Cookie")).isEqualTo("session=c0 session=c0 session=c0 session=c0");
    assertThat(site.header("Authorization")).containsOnly("Basic bWU6bXkgIiB3b3Jk");
    assertThat(site.header("User-Agent")).containsOnly("concurrency-lab/1.0 (+https://me.example/bot)");
  }

  /** And so it is this machine, which is asked without delay. */
  @Test
  void anAddressIsOneHoweverItIsWritten() {
    String url = site.url("/");
    CommandCall call = CommandCall.of(url.replace("127.0.0.1", "0x7f.1"), url);

    assertThat(call.outcomes().keySet()).containsExactly("/", "/a");
    assertThat(call.out()).startsWith("sync · " + url + " and " + url + " · concurrency 8");
  }

  @Test
  void nothingSecretIsWrittenDown() throws IOException {
    String cookies = file("cookies.txt", "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tsecret1\n");
    String netrc = file("netrc", "machine 127.0.0.1 login me password secret2");
    String options = file("options", "--header 'X-Key: secret3'\n");
    Path written = Files.createDirectory(folder.resolve("written"));

    CommandCall call = crawl("@" + options, "--cookies", cookies, "--netrc", netrc, "--state", written + "/state", "--json", written + "/run.json",
        "--warc", written + "/site.warc", "--why", "/a");

    assertThat(site.header("X-Key")).contains("secret3");
    assertThat(call.out() + call.err()).doesNotContain("secret", "bWU6");
    try (Stream<Path> files = Files.walk(written)) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(3).allSatisfy(file ->
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain("secret", "bWU6"));
    }
    assertThat(Files.readString(written.resolve("state/plan.json"))).contains("header X-Key, cookies, login for 127.0.0.1");
    assertThat(Files.readString(written.resolve("site.warc"))).contains("User-Agent: concurrency-lab").doesNotContain("X-Key", "Cookie:");
  }

  @Test
  void aCrawlThatGoesOnMustSendTheSameThings() throws IOException {
    String state = folder.resolve("state").toString();
    crawl("--header", "X-Key: k0", "--state", state);

    assertThat(crawl("--header", "X-Key: renewed", "--state", state).exitCode()).isZero();
    assertThat(crawl("--state", state).err()).contains("fetch.requests was header X-Key and is now not given");
  }

  @Test
  void cookiesOfRepliesAreKeptOnRequest() {
    site.on("/", 200, "<a href=/a>a</a>", Map.of("Content-Type", "text/html", "Set-Cookie", "session=7; Path=/"));

    crawl("--no-robots");
    assertThat(site.header("Cookie")).containsExactly("", "");
    crawl("--no-robots", "--keep-cookies");
    assertThat(site.header("Cookie")).endsWith("", "session=7");
  }

  @Test
  void aProxyIsAskedInsteadOfTheHost() {
    site.on("http://site.invalid/robots.txt", 404, "", Map.of()).page("http://site.invalid/", "/b").page("http://site.invalid/b");

    CommandCall call = CommandCall.of("http://site.invalid/", "--proxy", site.url(""), "--politeness-delay", "0ms");

    assertThat(call.outcomes()).isEqualTo(Map.of("/", "saved", "/b", "saved"));
    assertThat(site.asked()).containsExactly("http://site.invalid/robots.txt", "http://site.invalid/", "http://site.invalid/b");
  }

  @Test
  void aProxyThatIsNotThereIsOneLine() {
    CommandCall call = CommandCall.of("http://site.invalid/", "--proxy", "http://127.0.0.1:1", "--no-robots");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err().lines()).last().asString().startsWith("cannot crawl http://site.invalid/: connect (");
  }

  /** 300 kB at 1 MB a second, but for the last piece of 8 KiB: less than 0.29 s would be too fast. The server's clock tells. */
  @Test
  void aRateIsKept() {
    site.page("/", "/a", "/b").on("/a", 200, "x".repeat(300_000), Map.of()).page("/b");

    assertThat(crawl("--no-robots", "--rate", "1MB").outcomes()).containsEntry("/b", "saved");

    assertThat(site.asked()).containsExactly("/", "/a", "/b");
    assertThat(site.gap("/a", "/b")).isGreaterThanOrEqualTo(Duration.ofMillis(290));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--header | Accept-Language | --header needs a name, a colon and a value",
    "--header | Host: x | header is Host but must be one that the program doesn't set by itself",
    "--header | transfer-encoding: chunked | header is transfer-encoding but must be one that",
    "--header | User-Agent: x | header is User-Agent but must be set by --user-agent",
    "--header | Cookie: a=b | header is Cookie but must be set by --cookies",
    "--header | X Y: secret | header name is X Y but must be letters, digits",
    "--header | X-Key: secrät | value of header is X-Key but must be printable ASCII characters",
    "--header | X-Key: | value of header is X-Key but must be printable ASCII characters",
    "--proxy | https://proxy:1 | --proxy must be a URL such as http://proxy:3128",
    "--proxy | http://me:secret@proxy:1 | --proxy must be a URL such as http://proxy:3128; its user name and password belong into --netrc",
    "--rate | 0 | rate is 0 but must be 1 or more bytes a second",
    "--contact | me (at) home | --contact must be a mail or web address",
    "--cookies | /nowhere/cookies.txt | --cookies /nowhere/cookies.txt: cannot read it",
    "--netrc | /nowhere/netrc | --netrc /nowhere/netrc: cannot read it",
  })
  void nonsenseIsRefusedInOneLineWithoutSecrets(String option, String value, String line) {
    CommandCall call = crawl(option, value);

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).startsWith(line).doesNotContain("secr");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void aLineEndInAHeaderIsRefused() {
    assertThat(crawl("--header", "X-Key: a\r\nX-Other: b").err()).startsWith("value of header is X-Key but must be printable ASCII");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "127.0.0.1 FALSE / FALSE 0 session",
    "127.0.0.1 perhaps / FALSE 0 session secret",
    "127.0.0.1 FALSE / FALSE soon session secret",
    "127.0.0.1 FALSE nowhere FALSE 0 session secret",
    "127.0.0.1 FALSE / FALSE 0 session secret;x",
    ". TRUE / FALSE 0 session secret",
  })
  void aBrokenCookieIsToldByItsLine(String line) throws IOException {
    String cookies = file("cookies.txt", "# comment\n" + line.replace(' ', '\t') + "\n");

    assertThat(crawl("--cookies", cookies).err())
        .startsWith("--cookies " + cookies + ": line 2 is no cookie in Netscape's format: ").doesNotContain("secret");
  }

  @Test
  void aBrokenNetrcIsOneLine() throws IOException {
    String netrc = file("netrc", "machine 127.0.0.1 secret");

    assertThat(crawl("--netrc", netrc).err()).startsWith("--netrc " + netrc + " is not such a file: ").doesNotContain("secret");
  }
}
