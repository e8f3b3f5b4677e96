package lab.crawl.kept;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import lab.crawl.Body;
import lab.crawl.BodyTooLongException;
import lab.crawl.BodyWriter;
import lab.crawl.Capture;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Spool;
import lab.crawl.WholeFile;
import lab.crawl.json.JsonObject;
import okhttp3.Headers;

/**
 * A reply of status 200 that is kept in a file: a line of JSON, then the body, its content coding undone.
 *
 * @param headers as they came
 * @param sha256 of the body, 64 lower-case hexadecimal digits
 * @param archived when the exchange was made that is in an archive, if it is in one
 */
public record KeptReply(Path file, Headers headers, String sha256, Optional<Instant> archived) {
  private static final String NOT_MEANT = "status 304, but not for what is kept of this page";

  /** What a reply is kept as. */
  static KeptReply of(Path file, FetchResult.Reply reply) {
    String sha256 = HexFormat.of().formatHex(reply.body().sha256());
    return new KeptReply(file, KeptHeaders.of(reply.headers()), sha256, reply.capture().map(Capture::begun));
  }

  /** What to ask with, whether it still holds. */
  public Headers conditions() {
    return Validators.of(headers).conditions();
  }

  /**
   * The server says that this still holds, so this is what it replies (RFC 9110, 15.4.5): with what it says anew in the head
   * (RFC 9111, 4.3.4).
   *
   * @param notModified the headers of its reply
   * @param exchange what went over the wire, if an archive is wanted
   * @param spool for a long body
   * @return a failure if that can't be meant, or if the body isn't what it was: then this is kept no longer, and another attempt gets it all
   */
  public FetchResult confirmed(Headers notModified, Optional<Capture> exchange, Spool spool) {
    Optional<Body> body = Validators.of(headers).agreeWith(Validators.of(notModified)) ? body(spool) : Optional.empty();
    if (body.isEmpty()) {
      forget(file);
      return new FetchResult.Failure(FailureKind.MALFORMED_REPLY, NOT_MEANT);
    }
    KeptReply now = new KeptReply(file, KeptHeaders.updated(headers, notModified), sha256, archived);
    if (!now.equals(this)) {
      now.write(body.get());
    }
    return new FetchResult.Reply(200, now.headers, body.get(), exchange.map(capture -> capture.confirming(archived)), true);
  }

  /** Empty if the file was changed by somebody else. */
  private Optional<Body> body(Spool spool) {
    try (InputStream from = new BufferedInputStream(Files.newInputStream(file)); BodyWriter copy = new BodyWriter(spool, Long.MAX_VALUE)) {
      line(from);
      byte[] piece = new byte[8192];
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        copy.write(piece, 0, read);
      }
      Body body = copy.whole();
      if (HexFormat.of().formatHex(body.sha256()).equals(sha256)) {
        return Optional.of(body);
      }
      body.close();
      return Optional.empty();
    } catch (BodyTooLongException e) {
      throw new AssertionError("there is no such long body", e);
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /** Writes it, body and all. Whoever is killed meanwhile leaves what was there before. */
  void write(Body body) {
    JsonObject head = new JsonObject()
        .with("headers", KeptHeaders.list(headers))
        .with("sha256", sha256)
        .with("archived", archived.map(Instant::toString).orElse(""));
    WholeFile.write(file, part -> {
      try (var out = Files.newOutputStream(part); InputStream from = body.open()) {
        out.write((head + "\n").getBytes(StandardCharsets.UTF_8));
        return from.transferTo(out);
      }
    });
  }

  /** What is kept in a file; empty if there is none, or if it isn't this program's: then the page is asked for as if it were new. */
  static Optional<KeptReply> read(Path file) {
    try (InputStream from = new BufferedInputStream(Files.newInputStream(file))) {
      return parse(file, line(from));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  private static Optional<KeptReply> parse(Path file, String line) {
    try {
      JsonObject head = JsonObject.parse(line);
      Headers headers = KeptHeaders.of(head.list("headers", String.class));
      Optional<Instant> archived = Optional.of(head.text("archived")).filter(text -> !text.isEmpty()).map(Instant::parse);
      return Optional.of(new KeptReply(file, headers, head.text("sha256"), archived));
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Keeps nothing in that file any more. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannot("remove", file, e);
    }
  }

  private static UncheckedIOException cannot(String what, Path file, IOException e) {
    return new UncheckedIOException("cannot " + what + " " + file + ": " + e, e);
  }
}
