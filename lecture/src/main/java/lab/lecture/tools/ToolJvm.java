package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.compare.run.ChildJvm;
import lab.crawl.Folders;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;
import lab.lecture.faults.Fault;
import lab.lecture.verdicts.Words;

/** Asks tools, each time in a fresh JVM with the tools' libraries, which no other JVM of the lab has. */
public class ToolJvm {
  /** The build writes it: the paths of those libraries. */
  static final Path CLASS_PATH = Path.of("lecture", "target", "tools.classpath");

  private final String classPath;
  private final Path folder;
  private final int patience;

  /**
   * With libraries that are known already.
   *
   * @param patience how many times as long as usual a tool may take
   */
  ToolJvm(String classPath, Path folder, int patience) {
    this.classPath = classPath;
    this.folder = folder;
    this.patience = patience;
  }

  /**
   * For tools whose every word goes to a file of that folder.
   *
   * @throws UsageException with one line if the build hasn't left the libraries' paths where this command is run
   */
  public static ToolJvm in(Path folder) {
    if (!Files.exists(CLASS_PATH)) {
      throw new UsageException("no " + CLASS_PATH + ": run this lab where the lab's root pom.xml is, after mvn package");
    }
    try {
      Files.createDirectories(folder);
      return new ToolJvm(Files.readString(CLASS_PATH).strip(), folder, 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CLASS_PATH + " or make " + folder + ": " + e, e);
    }
  }

  /** Asks a tool about a fault, and waits for it as long as that tool may take. */
  public Find ask(Tool tool, Fault fault) {
    Path words = folder.resolve((tool + "-" + fault + ".txt").toLowerCase(Locale.ROOT));
    long begin = System.nanoTime();
    try {
      // A tool that is ended for its silence can't tidy up.
      Path temporary = Files.createTempDirectory(folder, "temporary-").toAbsolutePath();
      List<String> command = new ArrayList<>(command(tool, fault));
      command.add(1, "-Djava.io.tmpdir=" + temporary);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile()).start();
      try {
        boolean ended = process.waitFor((long) tool.seconds() * patience, TimeUnit.SECONDS);
        return answer(words, ended, tool).took((System.nanoTime() - begin) / 1e9);
      } finally {
        // A tool may have JVMs of its own.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        Folders.remove(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask " + tool.words() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException("interrupted while asking " + tool.words(), new IOException(e));
    }
  }

  List<String> command(Tool tool, Fault fault) {
    List<String> command = new ArrayList<>(ChildJvm.command(ToolMain.class, tool.name(), fault.name()));
    int path = command.indexOf("-cp") + 1;
    command.set(path, command.get(path) + System.getProperty("path.separator") + classPath);
    command.addAll(1, tool.jvmArguments());
    command.addAll(1, List.of(Words.jvmArgument(), "-Dstdout.encoding=UTF-8"));
    return command;
  }

  private Find answer(Path words, boolean ended, Tool tool) throws IOException {
    List<String> lines = Files.readAllLines(words);
    return lines.stream()
        .filter(line -> line.startsWith(ChildJvm.ANSWER))
        .findFirst()
        .map(line -> Json.read(line.substring(ChildJvm.ANSWER.length()), Find.class))
        .orElseGet(() -> without(words, ended, tool));
  }

  private Find without(Path words, boolean ended, Tool tool) {
    return ended
        ? new Find(Find.Answer.FAILED, "", say("tools.no-answer", words), 0)
        : Find.hung(say("tools.silent", (long) tool.seconds() * patience));
  }
}
