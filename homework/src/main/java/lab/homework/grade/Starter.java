package lab.homework.grade;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lab.crawl.cli.Counted;

/**
 * What a student wrote. Maven leaves it alone; it is compiled here, each exercise by itself: so one that doesn't compile, or of which the
 * compiler warns, doesn't keep the others from being graded.
 *
 * <p>To an exercise belong all files of its folder whose names begin with {@code My}.
 */
public final class Starter {
  private static final String SOURCES = "java/";
  private static final Path COMPILED = Path.of("target", "starters");
  private static final Map<String, Starter> ALL = new ConcurrentHashMap<>();

  private final Path file;
  private final Class<?> type;
  private final String problem;

  private Starter(Card card) {
    // The score card is made in the module's folder; paths on cards begin at the root.
    file = Path.of("..").resolve(card.starter());
    Path classes = COMPILED.resolve("ex%02d".formatted(card.number()));
    problem = compile(classes);
    type = problem.isEmpty() ? load(classes, card.starter()) : null;
  }

  /** Makes solutions whose constructor has no parameters. */
  public static <T> Supplier<T> of(Card card) {
    return () -> make(card);
  }

  /**
   * Makes a solution.
   *
   * @param arguments of its constructor
   * @throws RuleBroken if it doesn't compile
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the card knows the type
  public static <T> T make(Card card, Object... arguments) {
    return (T) ALL.computeIfAbsent(card.starter(), _ -> new Starter(card)).instance(arguments);
  }

  private Object instance(Object... arguments) {
    RuleBroken.unless(problem.isEmpty(), "%s", problem);
    Constructor<?> constructor = Arrays.stream(type.getConstructors())
        .filter(candidate -> candidate.getParameterCount() == arguments.length)
        .findFirst()
        .orElseThrow(() -> new RuleBroken("%s needs a public constructor with %s", type.getSimpleName(), Counted.of(arguments.length, "parameter")));
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new RuleBroken("the constructor of %s throws %s", type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new RuleBroken("no %s can be made: %s", type.getSimpleName(), e);
    }
  }

  /** Compiles; gives what is wrong, or nothing. */
  private String compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none",
        "-nowarn"));
    if (file.toString().contains("preview")) {
      options.addAll(List.of("--enable-preview", "--release", String.valueOf(Runtime.version().feature())));
    }
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.list(file.getParent())) {
      Files.createDirectories(classes);
      List<File> mine = sources.filter(source -> source.getFileName().toString().matches("My\\w*\\.java")).map(Path::toFile).toList();
      boolean isFine = compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromFiles(mine)).call();
      return isFine ? "" : words(diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException("can't compile " + file, e);
    }
  }

  private static String words(DiagnosticCollector<JavaFileObject> diagnostics) {
    List<String> errors = diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Starter::words)
        .toList();
    return "it doesn't compile: " + errors.getFirst() + (errors.size() > 1 ? ", and " + (errors.size() - 1) + " more" : "");
  }

  private static String words(Diagnostic<? extends JavaFileObject> error) {
    String place = error.getSource() == null
        ? ""
        : Path.of(error.getSource().getName()).getFileName() + " line " + error.getLineNumber() + ": ";
    return place + error.getMessage(Locale.ROOT).replaceAll("\\s*\n\\s*", "; ");
  }

  private static Class<?> load(Path classes, String starter) {
    String name = starter.substring(starter.indexOf(SOURCES) + SOURCES.length()).replace(".java", "").replace('/', '.');
    try {
      URL[] path = {classes.toUri().toURL()};
      // It stays open as long as there are solutions.
      return Class.forName(name, true, new URLClassLoader(path, Starter.class.getClassLoader()));
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("no class " + name + " in " + starter + ": its file and its class must have the same name", e);
    }
  }
}
