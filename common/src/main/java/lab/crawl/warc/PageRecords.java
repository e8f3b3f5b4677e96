package lab.crawl.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import lab.crawl.Body;
import lab.crawl.Capture;
import lab.crawl.Sha256;
import lab.crawl.WholeFile;
import okhttp3.HttpUrl;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * The folder beside a WARC file in which each page's records wait for those of the others. Two threads or processes may write at the same
 * time, because no page is visited twice at a time. Each file is a WARC file by itself: should a crawl never come to its end, all of them
 * one after another are an archive of what was visited.
 */
public final class PageRecords {
  private final Path folder;
  private final boolean packed;

  /**
   * Makes no folder yet.
   *
   * @param warc the file that they are for; records are packed unless its name ends with {@code .warc}
   */
  public PageRecords(Path warc) {
    this.packed = isPacked(warc);
    this.folder = warc.resolveSibling(warc.getFileName() + ".pages");
  }

  static boolean isPacked(Path warc) {
    return !warc.getFileName().toString().endsWith(".warc");
  }

  Path folder() {
    return folder;
  }

  /** Of a URL as the manifest has it. */
  Path file(String url) {
    return folder.resolve(Sha256.hex(url.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes what was exchanged for a URL, in place of what was for it before. It is there as a whole or not at all, even if this process
   * is killed meanwhile.
   *
   * @param outlinks as the visit has them
   * @throws UncheckedIOException with one line that names the file, if it can't be written
   */
  public void write(HttpUrl url, Capture capture, List<String> outlinks) {
    Path file = file(url.toString());
    Path part = file.resolveSibling(file.getFileName() + "~part");
    try {
      Files.createDirectories(folder);
      try (WarcOutput out = new WarcOutput(part, packed)) {
        WarcCaptureRecord response = capture.confirmed().isPresent() ? revisit(url.toString(), capture) : response(url.toString(), capture);
        out.write(response);
        out.write(request(url.toString(), capture, response.id()));
        if (!outlinks.isEmpty()) {
          out.write(metadata(url.toString(), capture, outlinks, response.id()));
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      WholeFile.giveUp(part, e);
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  private static WarcResponse response(String url, Capture capture) {
    Body sent = capture.sent();
    var record = begun(new WarcResponse.Builder(url), capture, digest(capture.head(), sent));
    if (capture.ending() == Capture.Ending.WHOLE) {
      record.setHeader("WARC-Payload-Digest", digest(capture.payload().sha256()));
    } else {
      record.truncated(truncation(capture.ending()));
    }
    InputStream block = new SequenceInputStream(new ByteArrayInputStream(capture.head()), sent.open());
    return record.body(MediaType.HTTP_RESPONSE, DeafChannel.of(block), capture.head().length + sent.length()).build();
  }

  /** The server said that it hasn't changed: the archive of an earlier crawl has what it is (WARC 1.1, 6.7.3). */
  private static WarcRevisit revisit(String url, Capture capture) {
    return withBlock(new WarcRevisit.Builder(url, WarcRevisit.SERVER_NOT_MODIFIED_1_1), capture, MediaType.HTTP_RESPONSE, capture.head())
        .setHeader("WARC-Refers-To-Target-URI", url)
        .setHeader("WARC-Refers-To-Date", capture.confirmed().orElseThrow().toString())
        .build();
  }

  private static WarcTruncationReason truncation(Capture.Ending ending) {
    return switch (ending) {
      case WHOLE -> WarcTruncationReason.NOT_TRUNCATED;
      case TOO_LONG -> WarcTruncationReason.LENGTH;
      case BROKEN -> WarcTruncationReason.UNSPECIFIED;
    };
  }

  private static WarcRequest request(String url, Capture capture, URI response) {
    return withBlock(new WarcRequest.Builder(url), capture, MediaType.HTTP_REQUEST, capture.request()).concurrentTo(response).build();
  }

  /** The links that are followed from here, in the order of the page, under the name that Heritrix gave them. */
  private static WarcMetadata metadata(String url, Capture capture, List<String> outlinks, URI response) {
    String fields = outlinks.stream().map(link -> "outlink: " + link + "\r\n").collect(Collectors.joining());
    return withBlock(
            new WarcMetadata.Builder().targetURI(url), capture, MediaType.WARC_FIELDS, fields.getBytes(StandardCharsets.UTF_8))
        .concurrentTo(response).build();
  }

  private static <B extends WarcCaptureRecord.AbstractBuilder<?, B>> B withBlock(B record, Capture capture, MediaType type, byte[] block) {
    return begun(record, capture, digest(block, Body.EMPTY))
        .body(type, DeafChannel.of(new ByteArrayInputStream(block)), block.length);
  }

  private static <B extends WarcCaptureRecord.AbstractBuilder<?, B>> B begun(B record, Capture capture, String blockDigest) {
    capture.server().ifPresent(record::ipAddress);
    return record.version(MessageVersion.WARC_1_1).date(capture.begun()).setHeader("WARC-Block-Digest", blockDigest);
  }

  /** Of the first bytes and a body after them. */
  static String digest(byte[] first, Body rest) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(first);
    rest.addTo(digest);
    return digest(digest.digest());
  }

  /** As {@code sha256sum} and the manifest write it; jwarc's way has a {@code =} at its end, which WARC's grammar hasn't. */
  static String digest(byte[] sha256) {
    return "sha256:" + HexFormat.of().formatHex(sha256);
  }
}
