package lab.lecture.labs;

import java.util.List;
import java.util.stream.Stream;
import lab.crawl.cli.UsageException;

/** All labs: those of the lecture, in its order, and those that decide none of its claims. */
public final class Labs {
  private static final List<Lab> ALL = List.of(
      new BoundsLab(),
      new IoLab(),
      new CpuLab(),
      new PoetryLab(),
      new GilLab(),
      new CoresLab(),
      new MixedLab(),
      new MemoryLab(),
      new RaceLab(),
      new SleepersLab(),
      new WidthLab(),
      new SwitchingLab(),
      new BlockedLoopLab(),
      new MatrixLab());

  /** They are run by name only, and take longer than a lecture has. */
  private static final List<Lab> APART = List.of(new ToolsLab(), new WaitingLab());

  private Labs() {}

  /** All that belong to the lecture. */
  public static List<Lab> all() {
    return ALL;
  }

  /** Those that don't: they decide no claim. */
  public static List<Lab> apart() {
    return APART;
  }

  /** The names of those that belong to the lecture. */
  public static List<String> names() {
    return names(ALL);
  }

  /** The names of all that there are. */
  public static List<String> allNames() {
    return Stream.of(ALL, APART).flatMap(labs -> names(labs).stream()).toList();
  }

  private static List<String> names(List<Lab> labs) {
    return labs.stream().map(lab -> lab.info().name()).toList();
  }

  /**
   * The lab of that name.
   *
   * @throws UsageException with one line that names those that there are
   */
  public static Lab named(String name) {
    return Stream.of(ALL, APART).flatMap(List::stream)
        .filter(lab -> lab.info().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("no lab '" + name + "': there are " + String.join(", ", allNames())));
  }

  /**
   * The lab of that name, which must belong to the lecture.
   *
   * @throws UsageException with one line that says how it is run if it doesn't, or names those that there are
   */
  public static Lab ofLecture(String name) {
    Lab lab = named(name);
    if (!ALL.contains(lab)) {
      throw new UsageException("lab '" + name + "' is no part of the lecture: run it with -Dargs=\"lab " + name + "\"");
    }
    return lab;
  }

  /** The lab that decides a claim. */
  public static Lab of(int claim) {
    return ALL.stream().filter(lab -> lab.info().claims().contains(claim)).findFirst().orElseThrow();
  }
}
