package lab.crawl.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.crawl.cli.CommandRunner;
import okhttp3.HttpUrl;

/**
 * The command as a user runs it, but in this JVM: tests that use it don't run beside one another.
 *
 * @param outcomes of each path, as the manifest has it: {@code "saved"}, {@code "skipped robots"}
 */
record CommandCall(int exitCode, String out, String err, Map<String, String> outcomes) {

  static CommandCall of(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var outText = new ByteArrayOutputStream();
    var errText = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outText, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errText, true, StandardCharsets.UTF_8));
      return of(List.of(args), outText, errText);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static CommandCall of(List<String> args, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    try {
      Path manifest = Files.createTempFile("manifest", ".tsv");
      List<String> all = new ArrayList<>(args);
      all.addAll(List.of("--manifest", manifest.toString(), "--quiet", "--checksum-rounds", "0"));
      if (!args.contains("--retries")) {
        all.addAll(List.of("--retries", "0"));
      }
      int exitCode = CommandRunner.commandLine(new SyncMain())
          .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
          .execute(all.toArray(String[]::new));
      Map<String, String> outcomes = outcomes(Files.readAllLines(manifest));
      Files.delete(manifest);
      return new CommandCall(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), outcomes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> outcomes(List<String> manifest) {
    Map<String, String> outcomes = new TreeMap<>();
    manifest.stream().filter(line -> line.startsWith("http")).map(line -> line.split("\t")).forEach(line -> {
      HttpUrl url = HttpUrl.get(line[0]);
      String path = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
      outcomes.put(path, line[1].equals("skipped") ? line[1] + " " + line[2] : line[1]);
    });
    return outcomes;
  }
}
