package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import lab.crawl.threads.ThreadsMain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.tools.ValidateTool;

/** A site that is crawled again, as a user meets it. */
class UpdateCommandTest {
  @TempDir Path folder;
  private ChangingSite site;

  @BeforeEach
  void start() throws IOException {
    site = new ChangingSite()
        .page("/", "home", "/a", "/b", "/gone", "/unlinked", "/style.css")
        .page("/a", "a", "/b", "/")
        .page("/b", "b", "/c")
        .page("/c", "c")
        .page("/gone", "gone")
        .page("/unlinked", "unlinked", "/a")
        .file("/style.css", "text/css", "body { background: url(back.png) }")
        .file("/back.png", "image/png", "picture");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void change() {
    site.page("/", "home", "/a", "/b", "/gone", "/style.css")
        .page("/b", "another b", "/c", "/new")
        .page("/new", "new")
        .remove("/gone");
  }

  private CommandLineRun crawl(Class<?> main, String name, String... more) {
    CommandLineRun run = run(main, name, more);
    assertThat(run.err()).isEmpty();
    return run;
  }

  private CommandLineRun run(Class<?> main, String name, String... more) {
    List<String> args = new ArrayList<>(List.of(site.url(), "--no-robots", "--quiet", "--checksum-rounds", "1", "--retries", "0",
        "--state", folder.resolve(name + "-state").toString(), "--out", folder.resolve(name).toString()));
    args.addAll(List.of(more));
    return CommandLineRun.of(main, args.toArray(String[]::new));
  }

  private static String line(CommandLineRun run, String label) {
    return run.out().stream().map(String::strip).filter(line -> line.startsWith(label + " ")).findFirst().orElseThrow();
  }

  private Map<String, String> files(String name) throws IOException {
    Path top = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(top.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void onlyWhatHasChangedIsSentAndTheResultIsThatOfANewCrawl(Class<?> main) throws IOException {
    crawl(main, "site", "--update");
    Map<String, String> before = files("site");
    change();
    site.answers();
    CommandLineRun update = crawl(main, "site", "--update", "--changes", "--link-check");

    assertThat(site.answers()).isEqualTo(Map.of(
        "/", "200", "/a", "304", "/b", "200", "/c", "304", "/gone", "404", "/new", "200", "/style.css", "304", "/back.png", "304"));
    assertThat(line(update, "update")).endsWith("1 new · 2 changed · 4 as before · 0 failed and kept as before · 2 gone and kept");
    String path = folder.resolve("site").toString() + "/";
    assertThat(update.out().stream().filter(line -> line.matches("  (new|changed|gone|kept) .*"))).containsExactly(
        "  changed      " + site.url(),
        "  changed      " + site.url() + "b",
        "  gone         " + site.url() + "gone: HTTP status 404; its file stays: " + path + "gone~.html",
        "  new          " + site.url() + "new",
        "  gone         " + site.url() + "unlinked: no page leads there any more; its file stays: " + path + "unlinked~.html");
    assertThat(line(update, "link check")).endsWith(" 0 of them dead");

    CommandLineRun anew = crawl(SyncMain.class, "anew");
    Map<String, String> expected = files("anew");
    expected.put("gone~.html", before.get("gone~.html"));
    expected.put("unlinked~.html", before.get("unlinked~.html"));
    assertThat(files("site")).isEqualTo(expected);
    assertThat(line(update, "site digest")).isEqualTo(line(anew, "site digest"));
  }

  @Test
  void anUpdatesArchiveRefersToTheOneBeforeAndSoDoesNotReplaceIt() throws IOException {
    Path first = folder.resolve("first.warc");
    Path second = folder.resolve("second.warc");
    assertThat(run(SyncMain.class, "site", "--update", "--warc", first.toString()).exitCode()).isZero();
    change();
    CommandLineRun refused = run(SyncMain.class, "site", "--update", "--warc", first.toString());
    CommandLineRun update = run(SyncMain.class, "site", "--update", "--warc", second.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).singleElement().asString().contains("--warc", first.toString(), "name another file");
    assertThat(update.err()).isEmpty();
    assertThat(CommandLineRun.of(ValidateTool.class, "--forbid-extensions", second.toString()))
        .isEqualTo(new CommandLineRun(0, List.of(), List.of()));
    List<String> lines = Files.readAllLines(second, StandardCharsets.ISO_8859_1);
    assertThat(lines.stream().filter(line -> line.endsWith("/revisit/server-not-modified"))).hasSize(4);
    assertThat(lines.stream().filter(line -> line.startsWith("If-None-Match: "))).hasSize(7);
    List<String> referred = lines.stream().filter(line -> line.startsWith("WARC-Refers-To-Date: ")).map(line -> line.split(" ")[1]).toList();
    assertThat(Files.readAllLines(first, StandardCharsets.ISO_8859_1)).containsAll(referred.stream().map("WARC-Date: "::concat).toList());
  }

  @Test
  void troubleDestroysNothingAndIsOverTheNextTime() throws IOException {
    crawl(SyncMain.class, "site", "--update");
    Map<String, String> before = files("site");
    site.status("/b", 500).status("/style.css", 503);
    CommandLineRun inTrouble = crawl(SyncMain.class, "site", "--update", "--changes", "--patience", "0s");

    assertThat(files("site")).as("whoever links what failed still leads to what was there").isEqualTo(before);
    assertThat(line(inTrouble, "update")).endsWith("0 new · 0 changed · 4 as before · 4 failed and kept as before · 0 gone and kept");
    assertThat(inTrouble.out()).contains("  kept         " + site.url() + "b: HTTP status 500");
    assertThat(inTrouble.out()).contains(
        "  kept         " + site.url() + "c: not found this time: a page that could not be fetched may lead there");

    site.answers();
    site.page("/b", "b", "/c").file("/style.css", "text/css", "body { background: url(back.png) }");
    CommandLineRun again = crawl(SyncMain.class, "site", "--update");
    assertThat(again.exitCode()).isZero();
    assertThat(site.answers()).hasSize(8).allSatisfy((_, answer) -> assertThat(answer).isEqualTo("304"));
    assertThat(line(again, "update")).endsWith("0 new · 0 changed · 8 as before · 0 failed and kept as before · 0 gone and kept");
    assertThat(files("site")).isEqualTo(before);
  }
}
