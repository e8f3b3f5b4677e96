package lab.crawl.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, field by field, on Jackson's streams. Binding to records by reflection would be shorter; but it cost each
 * fresh worker half a second of processor time before its first page.
 *
 * <p>Whoever reads takes each field once, by its type, and at last says {@link #end()}: so what is missing, of another type,
 * or too much is an {@link IllegalArgumentException}, with one line that names the field.
 */
public final class JsonObject {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Object> fields;

  private JsonObject(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** An object without fields, to be filled. */
  public JsonObject() {
    this(new LinkedHashMap<>());
  }

  /** Adds a field: a String, Long, Integer, Boolean, JsonObject or a List of these. */
  public JsonObject with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /**
   * Reads the one object that a text is.
   *
   * @throws IOException if it is not exactly that
   */
  public static JsonObject parse(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      JsonObject object = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one object");
      }
      return object;
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    JsonObject object = new JsonObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.with(name, value(parser));
    }
    return object;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new IOException(parser.currentName() + " is " + parser.getText());
    };
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  /** Takes the field of that name out. */
  public String text(String name) {
    return take(name, String.class);
  }

  /** Takes the field of that name out. */
  public long number(String name) {
    return take(name, Long.class);
  }

  /** Takes the field of that name out. */
  public int smallNumber(String name) {
    return Math.toIntExact(number(name));
  }

  /** Takes the field of that name out. */
  public boolean truth(String name) {
    return take(name, Boolean.class);
  }

  /** Takes the field of that name out. */
  public JsonObject object(String name) {
    return take(name, JsonObject.class);
  }

  /** Takes the field of that name out. */
  public <T> List<T> list(String name, Class<T> elements) {
    List<?> list = take(name, List.class);
    return list.stream().<T>map(element -> checked(name, element, elements)).toList();
  }

  /** No field may be left. */
  public void end() {
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException("unknown field " + fields.keySet().iterator().next());
    }
  }

  private <T> T take(String name, Class<T> type) {
    return checked(name, fields.remove(name), type);
  }

  private static <T> T checked(String name, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name + (value == null ? " is missing" : " is not a " + type.getSimpleName()));
    }
    return type.cast(value);
  }

  /** On one line: JSON has no line end within strings. */
  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator, this);
    } catch (IOException e) {
      throw new UncheckedIOException("a string is written to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) throws IOException {
    switch (value) {
      case JsonObject object -> {
        generator.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields.entrySet()) {
          generator.writeFieldName(field.getKey());
          write(generator, field.getValue());
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        for (Object element : list) {
          write(generator, element);
        }
        generator.writeEndArray();
      }
      case String text -> generator.writeString(text);
      case Number number -> generator.writeNumber(number.longValue());
      case Boolean truth -> generator.writeBoolean(truth);
      default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
    }
  }
}
