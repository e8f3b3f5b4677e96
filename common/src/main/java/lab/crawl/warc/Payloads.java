package lab.crawl.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lab.crawl.Body;
import lab.crawl.reply.ReplyHead;
import lab.crawl.reply.ReplyParser;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * Adds the records of one page after another, and each payload once: of replies with the same one the first has it, and the others refer
 * to that one (WARC 1.1, 6.7.2). What is kept of each payload is where it stands.
 */
final class Payloads {
  private static final String DIGEST = "WARC-Payload-Digest";
  private static final String NONE = PageRecords.digest(new byte[0], Body.EMPTY);

  private final WarcOutput out;
  private final Map<String, Original> originals = new HashMap<>();

  /** The first record with a payload. */
  private record Original(URI id, String url, Instant date) {}

  Payloads(WarcOutput out) {
    this.out = out;
  }

  /** Adds a page's records. */
  void add(Path page) throws IOException {
    try (InputStream file = Files.newInputStream(page); WarcReader records = new WarcReader(DeafChannel.of(file))) {
      WarcRecord first = records.next().orElseThrow();
      Optional<Original> original = first instanceof WarcResponse response ? original(response) : Optional.empty();
      if (original.isEmpty()) {
        out.copy(page);
        return;
      }
      out.write(revisit((WarcResponse) first, original.get()));
      for (Optional<WarcRecord> next = records.next(); next.isPresent(); next = records.next()) {
        out.write(next.get());
      }
    }
  }

  /** Empty if there is none before this one, and this one is the original from now on. */
  private Optional<Original> original(WarcResponse response) {
    return response.headers().sole(DIGEST)
        .filter(digest -> !digest.equals(NONE))
        .map(digest -> originals.putIfAbsent(digest, new Original(response.id(), response.target(), response.date())));
  }

  /** It keeps the identity of the response, to which the page's other records refer. */
  private static WarcRevisit revisit(WarcResponse response, Original original) throws IOException {
    byte[] head = head(response.body().stream());
    var record = new WarcRevisit.Builder(response.target(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
        .version(MessageVersion.WARC_1_1)
        .recordId(response.id())
        .date(response.date())
        .refersTo(original.id(), original.url(), original.date())
        .truncated(WarcTruncationReason.LENGTH)
        .setHeader(DIGEST, response.headers().sole(DIGEST).orElseThrow())
        .setHeader("WARC-Block-Digest", PageRecords.digest(head, Body.EMPTY))
        .body(MediaType.HTTP_RESPONSE, DeafChannel.of(new ByteArrayInputStream(head)), head.length);
    response.ipAddress().ifPresent(record::ipAddress);
    return record.build();
  }

  /** What comes before a reply's body, found as it was when it came. */
  private static byte[] head(InputStream reply) throws IOException {
    HeadSink sink = new HeadSink();
    ReplyParser parser = new ReplyParser();
    byte[] piece = new byte[8192];
    for (int read = reply.read(piece); read >= 0 && !sink.isWhole; read = reply.read(piece)) {
      parser.take(piece, 0, read, sink);
    }
    return sink.head.toByteArray();
  }

  private static final class HeadSink implements ReplyParser.Sink {
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean isWhole;

    @Override
    public void taken(byte[] bytes, int from, int count) {
      if (!isWhole) {
        head.write(bytes, from, count);
      }
    }

    @Override
    public void head(ReplyHead reply) {
      isWhole = true;
    }

    @Override
    public void body(byte[] bytes, int from, int count) {
      // The original has it.
    }
  }
}
