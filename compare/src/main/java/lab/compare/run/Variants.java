package lab.compare.run;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.Variant;
import lab.crawl.cli.UsageException;

/** The variants on the class path, found by {@link ServiceLoader}: a student's own takes part like ours. */
public final class Variants {
  /** Those that are compared unless others are asked for. */
  public static final List<String> USUAL = List.of("sync", "threads", "virtual", "async", "procs");

  private Variants() {}

  /**
   * The variant of that name.
   *
   * @throws UsageException with one line that names those that there are
   */
  public static Variant named(String name) {
    return find(name, all().filter(Variant::isOffered));
  }

  /** The same; also one that isn't offered, which a lab may name but no command line. */
  public static Variant forLab(String name) {
    return find(name, all());
  }

  private static Variant find(String name, Stream<Variant> variants) {
    return variants
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("no variant '" + name + "': there are " + names()));
  }

  private static String names() {
    return all().filter(Variant::isOffered).map(Variant::name).sorted().collect(Collectors.joining(", "));
  }

  private static Stream<Variant> all() {
    return ServiceLoader.load(Variant.class).stream().map(ServiceLoader.Provider::get);
  }
}
