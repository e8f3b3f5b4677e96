package lab.crawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import jdk.jfr.FlightRecorder;
import lab.crawl.measure.FlightRecording;
import picocli.CommandLine.Option;

/** The option that has the JDK's Flight Recorder record whoever crawls. */
public final class FlightOption {
  @Option(names = "--jfr", paramLabel = "DIR",
      description = {
        "Have the JDK's Flight Recorder record each JVM that crawls into a file in DIR, with the crawl's spans as events:",
        "open it in JDK Mission Control, or with jfr view lab.Wait FILE. It costs a little time, most of it in cold crawls."
      })
  private Optional<Path> folder = Optional.empty();

  /**
   * Where recordings are wanted; empty if they aren't.
   *
   * @throws UsageException if that is no folder, or if this JVM has no Flight Recorder
   */
  public Optional<Path> folder() {
    Places.checkFolder("--jfr", folder);
    if (folder.isPresent() && !FlightRecorder.isAvailable()) {
      throw new UsageException("--jfr: this JVM has no Flight Recorder; leave it out, or take another JDK");
    }
    return folder;
  }

  /** Does something, records it if that is wanted, and then says where the recording is. */
  int recorded(String name, IntSupplier work) {
    if (folder().isEmpty()) {
      return work.getAsInt();
    }
    Path file = FlightRecording.file(folder.get(), name);
    int exitCode;
    try (FlightRecording _ = FlightRecording.begin(file)) {
      exitCode = work.getAsInt();
    }
    System.out.println("  recording    " + file);
    return exitCode;
  }
}
