package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lab.lecture.faults.Fault;

/** Error Prone's checks for concurrency, on the source of the class that is wrong. */
final class ErrorProne implements Asked {
  private static final List<String> CHECKS = List.of(
      "DoubleCheckedLocking", "FutureReturnValueIgnored", "GuardedBy", "LockNotBeforeTry", "LockOnBoxedPrimitive", "LockOnNonEnclosingClassLiteral",
      "NonAtomicVolatileUpdate", "StaticGuardedByInstance", "SynchronizeOnNonFinalField", "ThreadJoinLoop", "UnsynchronizedOverridesSynchronized",
      "WaitNotInLoop");

  /** So that Error Prone may look into javac. */
  static List<String> jvmArguments() {
    Stream<String> exported = Stream.of("api", "file", "main", "model", "parser", "processing", "tree", "util")
        .map(name -> "--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    Stream<String> opened = Stream.of("code", "comp").map(name -> "--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    return Stream.concat(exported, opened).toList();
  }

  @Override
  public Find about(Fault fault) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    String path = System.getProperty("java.class.path");
    List<String> known = CHECKS.stream().map(check -> " -Xep:" + check + ":WARN").toList();
    List<String> options = List.of(
        "-d", Files.createTempDirectory("error-prone").toString(), "-cp", path, "-processorpath", path, "-proc:none", "-implicit:none",
        "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xplugin:ErrorProne -XepDisableAllChecks" + String.join("", known));
    if (!compiler.getTask(null, null, told, options, null, List.of(source(fault.suspect()))).call()) {
      throw new IOException("cannot compile " + fault.suspect() + ": " + told.getDiagnostics());
    }
    String words = told.getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .filter(message -> CHECKS.stream().anyMatch(check -> message.startsWith("[" + check + "]")))
        .collect(Collectors.joining("\n"));
    return words.isEmpty() ? Find.notFound(say("tools.checks", CHECKS.size())) : Find.found(words.substring(1, words.indexOf(']')), words);
  }

  /** The build puts it beside the class. */
  private static JavaFileObject source(String className) throws IOException {
    String file = "/" + className.replace('.', '/') + ".java";
    try (InputStream in = ErrorProne.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("not on the class path: " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SimpleJavaFileObject(URI.create("string://" + file), JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return text;
        }
      };
    }
  }
}
