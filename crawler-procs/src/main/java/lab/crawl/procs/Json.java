package lab.crawl.procs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import lab.crawl.FailureKind;
import lab.crawl.SkipReason;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/** Makes a line of JSON of each {@link Message}, and the message of the line. */
final class Json {
  private static final int QUOTED_CHARACTERS = 120;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule()
              .addSerializer(HttpUrl.class, ToStringSerializer.instance)
              .addDeserializer(HttpUrl.class, new HttpUrlReader()))
          .addMixIn(Visit.class, VisitShape.class)
          .addMixIn(FailureKind.class, LabelShape.class)
          .addMixIn(SkipReason.class, LabelShape.class)
          .addMixIn(SpanKind.class, LabelShape.class)
          // What lacks a field is no message; better said here than found later as a null.
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The message as one line of JSON, without its line feed: JSON has none within strings. */
  static String line(Message message) {
    try {
      return MAPPER.writerFor(Message.class).writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that JSON can't hold: " + message, e);
    }
  }

  /**
   * The message that a line holds.
   *
   * @param side {@link Message.ToWorker} or {@link Message.FromWorker}: who may have said it
   * @throws IllegalArgumentException with one line that quotes the line's beginning, if it holds no such message
   */
  static <M extends Message> M message(String line, Class<M> side) {
    Message message = read(line);
    if (!side.isInstance(message)) {
      throw new IllegalArgumentException("not a message for this side: " + quoted(line));
    }
    return side.cast(message);
  }

  private static Message read(String line) {
    try {
      return MAPPER.readValue(line, Message.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a message: " + quoted(line) + " (" + e.getOriginalMessage() + ")", e);
    }
  }

  private static String quoted(String line) {
    return line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "…";
  }

  /** The contract's types know nothing of JSON: what it needs to tell them apart stands here. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @Type(name = "saved", value = Visit.Saved.class),
    @Type(name = "redirected", value = Visit.Redirected.class),
    @Type(name = "skipped", value = Visit.Skipped.class),
    @Type(name = "failed", value = Visit.Failed.class)
  })
  private interface VisitShape {}

  /** Enumerations go by the names that manifests use. */
  private interface LabelShape {
    @JsonValue
    String label();
  }

  private static final class HttpUrlReader extends FromStringDeserializer<HttpUrl> {
    HttpUrlReader() {
      super(HttpUrl.class);
    }

    @Override
    protected HttpUrl _deserialize(String text, DeserializationContext context) {
      return HttpUrl.get(text);
    }
  }
}
