package lab.crawl.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * A recording of this JVM by the JDK's Flight Recorder: the crawl's spans beside collections, locks and threads, on one clock. It is
 * written when it is closed, or when the JVM ends.
 */
public final class FlightRecording implements AutoCloseable {
  /** The JDK's own settings with more detail. */
  private static final String SETTINGS = "profile";

  private static final String NAME = "lab";
  private static final String SUFFIX = ".jfr";

  private final Recording recording;
  private final Path file;

  private FlightRecording(Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  /**
   * Begins a recording.
   *
   * @param file its folder is made if it isn't there
   * @throws UncheckedIOException with one line that names the file, if it can't be written
   */
  public static FlightRecording begin(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Recording recording = new Recording(Configuration.getConfiguration(SETTINGS));
      recording.setName(NAME);
      recording.setDestination(file);
      recording.setDumpOnExit(true);
      recording.start();
      return new FlightRecording(recording, file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } catch (ParseException e) {
      throw new IllegalStateException("the JDK's own settings can't be read", e);
    }
  }

  /** The file for the recording of a JVM that goes by that name. */
  public static Path file(Path folder, String name) {
    return folder.resolve(name.replace(' ', '-') + SUFFIX);
  }

  /**
   * The option that has another JVM record itself as this one is recorded, into a file beside this one's with that JVM's process id in its
   * name.
   *
   * @return empty if this JVM isn't recorded
   */
  public static Optional<String> optionForWorker() {
    return ofThisJvm().map(file -> {
      String name = file.getFileName().toString().replaceFirst("\\.jfr$", "") + "-worker-%p" + SUFFIX;
      return "-XX:StartFlightRecording:settings=" + SETTINGS + ",dumponexit=true,filename=" + file.resolveSibling(name);
    });
  }

  private static Optional<Path> ofThisJvm() {
    return FlightRecorder.isInitialized()
        ? FlightRecorder.getFlightRecorder().getRecordings().stream()
            .filter(recording -> recording.getName().equals(NAME))
            .map(Recording::getDestination)
            .findFirst()
        : Optional.empty();
  }

  /** Whether this JVM is recorded by anybody. */
  public static boolean isGoingOn() {
    return FlightRecorder.isInitialized();
  }

  /**
   * Ends it and writes it.
   *
   * @throws UncheckedIOException with one line that names the file, if it can't be written
   */
  @Override
  public void close() {
    try {
      recording.dump(file);
      // It is written: it need not be again when it stops.
      recording.setDestination(null);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      recording.close();
    }
  }

  private static UncheckedIOException cannotWrite(Path file, IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e, e);
  }
}
