package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.crawl.cli.CommandRunner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be is refused before anything is asked for, by one line that names the option. */
class WrongValuesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--out FILE              | --out takes a folder, but FILE is a file",
      "--out FILE/site         | --out can't be in FILE/site, because FILE is a file: name another place",
      "--state FILE            | --state takes a folder, but FILE is a file",
      "--state FILE/a/b        | --state can't be in FILE/a/b, because FILE is a file: name another place",
      "--jfr FILE/jfr          | --jfr can't be in FILE/jfr, because FILE is a file: name another place",
      "--manifest FOLDER       | --manifest must name a file, and FOLDER is a folder",
      "--manifest FILE/a/m.tsv | --manifest can't be in FILE/a, because FILE is a file: name another place",
      "--json FOLDER           | --json must name a file, and FOLDER is a folder",
      "--trace FOLDER          | --trace must name a file, and FOLDER is a folder",
      "--warc FILE/site.warc   | --warc can't be in FILE, because FILE is a file: name another place",
      "--out=                  | '--out': '' names no file or folder",
      "--state=                | '--state': '' names no file or folder",
      "--status=               | '--status': '' names no file or folder",
      "--cookies=              | '--cookies': '' names no file or folder",
      "@FOLDER                 | Could not read argument file @FOLDER: FOLDER (Is a directory)",
      "--json FILE --manifest FOLDER/./file      | --json and --manifest both name FILE: name another place for one of them",
      "--warc FILE --cookies FILE                | --warc and --cookies both name FILE: name another place for one of them",
      "--out FOLDER --state FOLDER/              | --out and --state both name FOLDER: name another place for one of them",
      "http://127.0.0.1/\uFFFD | http://127.0.0.1/\uFFFD' has letters that this locale doesn't know: set LC_ALL=C.UTF-8 and try again",
      "--max-body 9999999999GiB | '--max-body': '9999999999GiB' is more than a size can be",
      "http://me:secret@127.0.0.1:9/ | the URL on 127.0.0.1 has a user name or password: leave it out there, and give it with --netrc",
      "--timeout 0s            | timeout is 0 ms but must be 1 ms to 24 days",
  })
  void oneLineSaysWhatToChange(String args, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThat(said("http://127.0.0.1:9/ " + in(args, file))).singleElement().asString()
        .contains(in(message, file)).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--concurrency many                   | --concurrency",
      "--checksum-rounds -1                 | checksum rounds is -1 but must be 0 or more",
      "--max-depth -1                       | max depth is -1",
      "--max-pages 0                        | max pages is 0",
      "--timeout 30                         | '30' is not a time such as 500ms, 30s or 2m",
      "--max-body lots                      | 'lots' is not a size",
      "--retries -2                         | retries is -2",
      "--exclude (                          | --exclude",
      "--scope world                        | --scope",
      "--latency soon                       | --latency soon",
      "--site nowhere                       | --site nowhere",
      "http://1.2.3.256/                    | 'http://1.2.3.256/' is not a URL to crawl",
      "http://127.0.0.1:9/ --latency 5ms    | --latency and --stubs are for a practice site",
      "http://127.0.0.1:9/ --site javadoc   | give a URL or --site, not both",
      "--link-check                         | --link-check is about the files of --out: give --out DIR, too",
      "--keep-originals                     | --keep-originals is about the files of --out: give --out DIR, too",
      "--stubs /no/such/folder              | --stubs /no/such/folder",
      "http://127.0.0.1:9/ --warc /tmp      | --warc must name a file, and /tmp is a folder",
      "http://127.0.0.1:9/ --manifest /tmp  | --manifest must name a file, and /tmp is a folder",
  })
  void oneLineNamesTheOption(String args, String message) {
    assertThat(said(args)).singleElement().asString().contains(message);
  }

  /** The lines of a command that ends with exit code 2. */
  private static List<String> said(String args) {
    StringWriter err = new StringWriter();
    int exitCode = CommandRunner.commandLine(new SyncMain()).setErr(new PrintWriter(err, true)).execute(args.split(" "));

    assertThat(exitCode).isEqualTo(2);
    return err.toString().lines().toList();
  }

  private String in(String text, Path file) {
    return text.replace("FILE", file.toString()).replace("FOLDER", folder.toString());
  }
}
