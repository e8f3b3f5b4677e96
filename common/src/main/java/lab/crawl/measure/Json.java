package lab.crawl.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.time.Duration;

/** JSON as the lab reads and writes it: records, with an empty {@link java.util.Optional} left out, and times in milliseconds. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(millisecondsAndPaths()).build();

  private Json() {}

  /** A path is written absolute: whoever reads it may have another working directory. */
  private static SimpleModule millisecondsAndPaths() {
    return new SimpleModule()
        .addSerializer(Duration.class, new StdDelegatingSerializer(Duration.class, new StdConverter<Duration, Long>() {
          @Override
          public Long convert(Duration time) {
            return time.toMillis();
          }
        }))
        .addDeserializer(Duration.class, new StdDelegatingDeserializer<>(new StdConverter<Long, Duration>() {
          @Override
          public Duration convert(Long millis) {
            return Duration.ofMillis(millis);
          }
        }))
        .addSerializer(Path.class, new StdDelegatingSerializer(Path.class, new StdConverter<Path, String>() {
          @Override
          public String convert(Path path) {
            return path.toAbsolutePath().toString();
          }
        }))
        .addDeserializer(Path.class, new StdDelegatingDeserializer<>(new StdConverter<String, Path>() {
          @Override
          public Path convert(String path) {
            return Path.of(path);
          }
        }));
  }

  /** On one line, without a line end. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a type that JSON can't hold: " + value.getClass(), e);
    }
  }

  /** Indented, for people, ended by a line feed. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a type that JSON can't hold: " + value.getClass(), e);
    }
  }

  /** As a tree of JSON's own values. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException with a message that says what is wrong, if the text is not JSON of that type
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
