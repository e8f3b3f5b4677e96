package lab.homework.ex01;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What one expects of a pool before it is swept.
 *
 * @param knee from how many threads on more threads don't help; 0 if that is not filled in, or not a whole number above 0
 * @param why the reason, in words; empty if it is not filled in
 */
public record Prediction(int knee, String why) {
  private static final String FILE = "prediction.properties";
  private static final String WHOLE_NUMBER = "[1-9][0-9]{0,8}";

  /**
   * Reads what is in the file {@code homework/src/main/resources/lab/homework/ex01/prediction.properties}.
   *
   * @throws UncheckedIOException if it can't be read
   */
  public static Prediction read() {
    Properties filled = new Properties();
    try (Reader reader = new InputStreamReader(Prediction.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      filled.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + FILE, e);
    }
    String knee = filled.getProperty("knee", "").strip();
    return new Prediction(knee.matches(WHOLE_NUMBER) ? Integer.parseInt(knee) : 0, filled.getProperty("why", "").strip());
  }
}
