package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.lecture.faults.Fault;
import lab.lecture.faults.Scenario;
import lab.lecture.verdicts.Unit;

/**
 * jcstress: two threads at a fresh object, millions of times. It is asked for one kind of JVM only, the one that mixes up most: C2's code,
 * with its stress options.
 */
final class Jcstress implements Asked {
  private static final Pattern NUMBER = Pattern.compile("^ +(.+?) +([\\d,]+) +[\\d.<>]+% +(\\S+)", Pattern.MULTILINE);
  private static final String GIVEN_UP = "Timeout waiting for tasks to complete";
  private static final String JVM = "--enable-native-access=ALL-UNNAMED -XX:-TieredCompilation -XX:+UnlockDiagnosticVMOptions"
      + " -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

  @Override
  public Find about(Fault fault) throws Exception {
    if (fault.scenario().isEmpty()) {
      return noScenario();
    }
    Path reports = Files.createTempDirectory("jcstress");
    Process process = new ProcessBuilder(command(fault, fault.scenario().get(), reports))
        .directory(reports.toFile())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(words);
    process.waitFor();
    return find(words);
  }

  static Find noScenario() {
    return Find.notAsked(say("tools.no-scenario"));
  }

  private static List<String> command(Fault fault, Scenario scenario, Path reports) {
    Class<?> test = fault == Fault.NOT_VISIBLE ? StressedStop.class : scenario.threads() == 2 ? StressedScenario.class : StressedTrio.class;
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "-cp", System.getProperty("java.class.path"), "org.openjdk.jcstress.Main",
        "-t", test.getSimpleName() + "$", "-r", reports.toString(), "-f", "1", "-fsm", "1", "-sc", "false", "-v",
        "-iters", fault == Fault.NOT_VISIBLE ? "1" : "5", "-time", "500",
        "-jvmArgs", "-D" + StressedScenario.FAULT + "=" + fault.name() + " " + JVM);
  }

  /** By the last table that it printed. It gives up by itself, too, where its actors don't come back. */
  static Find find(String words) throws IOException {
    if (words.contains(GIVEN_UP)) {
      return Find.hung(GIVEN_UP);
    }
    if (words.contains("No matching tests")) {
      return Find.notAsked(say("tools.three-actors", Runtime.getRuntime().availableProcessors()));
    }
    int begin = words.lastIndexOf("RESULT ");
    if (begin < 0) {
      throw new IOException("jcstress has given no result");
    }
    String table = words.substring(begin).lines().takeWhile(line -> !line.isBlank()).skip(1).collect(Collectors.joining("\n"));
    long samples = 0;
    boolean forbidden = false;
    Matcher row = NUMBER.matcher(table);
    while (row.find()) {
      samples += Long.parseLong(row.group(2).replace(",", ""));
      forbidden |= row.group(3).equalsIgnoreCase("Forbidden");
    }
    if (samples == 0) {
      throw new IOException("jcstress has tried nothing");
    }
    String after = say("tools.samples", Unit.COUNT.text(samples));
    return forbidden ? Find.found(after, table) : Find.notFound(after);
  }
}
