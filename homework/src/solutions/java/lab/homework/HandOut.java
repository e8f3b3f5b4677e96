package lab.homework;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the repository that students get: the files that git knows of, without solutions, without what is for teachers, and without the
 * lab's own CI. What lies in {@code homework/teachers/handout} goes on top of that.
 */
public final class HandOut {
  private static final String EXTRAS = "homework/teachers/handout/";
  private static final int BAD_INPUT = 2;

  private final Path lab;

  HandOut(Path lab) {
    this.lab = lab;
  }

  /** What a teacher can mend; the message is one line. */
  static final class CannotHandOut extends Exception {
    private static final long serialVersionUID = 1;

    CannotHandOut(String message) {
      super(message);
    }
  }

  /** Takes one argument, the folder to write; it must be new or empty. The working directory is the lab's root. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.exit(run(Path.of(""), args.length == 0 ? "" : args[0], System.out, System.err));
  }

  /** Gives the exit code: 0, or 2 if it can't be done as told. */
  static int run(Path lab, String folder, PrintStream out, PrintStream err) throws IOException, InterruptedException {
    try {
      int files = new HandOut(lab).write(folder);
      out.println(files + " files for students, without solutions: " + Path.of(folder).toAbsolutePath().normalize());
      return 0;
    } catch (CannotHandOut e) {
      err.println(e.getMessage());
      return BAD_INPUT;
    }
  }

  private int write(String folder) throws IOException, InterruptedException, CannotHandOut {
    if (folder.isBlank()) {
      throw new CannotHandOut("-Dhandout names the folder to write, which must be new or empty: -Dhandout=../students");
    }
    Path target = Path.of(folder);
    if (Files.exists(target) && !isEmptyFolder(target)) {
      throw new CannotHandOut("-Dhandout=" + folder + " is there already, and not empty: name a new folder");
    }
    List<String> tracked = tracked();
    for (String file : tracked) {
      expectUntouched(file);
    }
    List<String> lesson = tracked.stream().filter(HandOut::isForStudents).toList();
    List<String> extras = tracked.stream().filter(file -> file.startsWith(EXTRAS)).toList();
    for (String file : lesson) {
      copy(file, target.resolve(file));
    }
    for (String file : extras) {
      copy(file, target.resolve(file.substring(EXTRAS.length())));
    }
    return lesson.size() + extras.size();
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Whether students get a file, named from the lab's root. */
  static boolean isForStudents(String file) {
    return !file.startsWith("homework/src/solutions/") && !file.startsWith("homework/src/preview/solutions/")
        && !file.startsWith("homework/teachers/") && !file.startsWith(".ci/") && !file.startsWith(".github/");
  }

  /** A starter that somebody has solved here would be the worst of gifts. */
  private void expectUntouched(String file) throws IOException, CannotHandOut {
    boolean isStarter = file.startsWith("homework/src/") && file.matches(".*/lab/homework/ex[0-9]+/My\\w+\\.java");
    if (isStarter && !Files.readString(lab.resolve(file)).contains("TODO")) {
      throw new CannotHandOut(file + " has no TODO any more: hand out a copy of the lab in which nobody has solved it");
    }
  }

  /** The files that git knows of, so that nothing goes along that only lies about. */
  private List<String> tracked() throws IOException, InterruptedException, CannotHandOut {
    Process git = new ProcessBuilder("git", "ls-files", "-z").directory(lab.toAbsolutePath().toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new CannotHandOut("the hand-out is made of what git knows of, so make it in a clone of the lab: " + said.strip());
    }
    return said.isEmpty() ? List.of() : List.of(said.split("\0"));
  }

  private void copy(String file, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(lab.resolve(file), to, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
