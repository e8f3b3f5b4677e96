package lab.lecture.labs;

import java.util.List;
import lab.crawl.cli.UsageException;

/** All labs, in the order of the lecture. */
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

  private Labs() {}

  /** All of them. */
  public static List<Lab> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(lab -> lab.info().name()).toList();
  }

  /**
   * The lab of that name.
   *
   * @throws UsageException with one line that names those that there are
   */
  public static Lab named(String name) {
    return ALL.stream()
        .filter(lab -> lab.info().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("no lab '" + name + "': there are " + String.join(", ", names())));
  }

  /** The lab that decides a claim. */
  public static Lab of(int claim) {
    return ALL.stream().filter(lab -> lab.info().claims().contains(claim)).findFirst().orElseThrow();
  }
}
