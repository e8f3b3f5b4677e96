package lab.crawl.measure;

/** {@code SpinMain MILLIS [others]} keeps a core busy, and may then say how many percent of one core others had meanwhile. */
final class SpinMain {
  private SpinMain() {}

  public static void main(String[] args) {
    Others others = Others.besideThisLab().orElseThrow();
    spin(Long.parseLong(args[0]));
    if (args.length > 1) {
      System.out.println(others.percentOfOneCore());
    }
  }

  static void spin(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
