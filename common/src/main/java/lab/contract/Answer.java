package lab.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What a {@link SiteScript} answers to one request.
 *
 * @param json the {@code response} of a WireMock stub
 */
record Answer(Map<String, Object> json) {
  /** Longer than any rule has patience. */
  private static final int TEN_MINUTES = 600_000;

  /** A page that links to others. */
  static Answer page(String... links) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<title>A page</title>\n");
    for (String link : links) {
      html.append("<a href=\"").append(link).append("\">A link</a>\n");
    }
    return file("text/html; charset=utf-8", html.toString());
  }

  /** A file of some media type. */
  static Answer file(String mediaType, String body) {
    return status(200).with("body", body).withHeader("Content-Type", mediaType);
  }

  /** A file of zeros that is short only as long as it travels: gzip makes next to nothing of it. */
  static Answer zeros(int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[length]);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return status(200)
        .with("base64Body", Base64.getEncoder().encodeToString(bytes.toByteArray()))
        .withHeader("Content-Type", "application/octet-stream")
        .withHeader("Content-Encoding", "gzip");
  }

  static Answer redirect(int status, String location) {
    return status(status).withHeader("Location", location);
  }

  static Answer status(int status) {
    return new Answer(Map.of("status", status));
  }

  /** The connection breaks, in one of WireMock's ways: {@code EMPTY_RESPONSE}, for instance. */
  static Answer fault(String name) {
    return new Answer(Map.of("fault", name));
  }

  /** A page that is not answered while any rule waits. */
  static Answer held() {
    return page().with("fixedDelayMilliseconds", TEN_MINUTES);
  }

  /** A page that begins to answer at once, and then gives a byte now and then, longer than any rule waits. */
  static Answer dripping() {
    return page("/never").with("chunkedDribbleDelay", Map.of("numberOfChunks", 60, "totalDuration", TEN_MINUTES));
  }

  /** The same a little later, so that other pages may come first. */
  Answer late() {
    return with("fixedDelayMilliseconds", 500);
  }

  Answer withHeader(String name, String value) {
    Map<String, Object> headers = new HashMap<>();
    if (json.get("headers") instanceof Map<?, ?> present) {
      present.forEach((key, one) -> headers.put(key.toString(), one));
    }
    headers.put(name, value);
    return with("headers", headers);
  }

  private Answer with(String key, Object value) {
    Map<String, Object> more = new HashMap<>(json);
    more.put(key, value);
    return new Answer(more);
  }

  /** How many bytes this answer's body has. */
  int length() {
    return json.get("body").toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
