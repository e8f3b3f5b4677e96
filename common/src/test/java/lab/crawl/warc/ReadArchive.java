package lab.crawl.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;

/** What is in an archive, by the places of its records. */
final class ReadArchive {
  private ReadArchive() {}

  /** The type of each record, and the path of what it is about. */
  static List<String> kinds(Path warc) throws IOException {
    List<String> kinds = new ArrayList<>();
    try (WarcReader records = new WarcReader(warc)) {
      for (WarcRecord record : records) {
        kinds.add(record.type() + (record instanceof WarcTargetRecord about ? " " + about.targetURI().getPath() : ""));
      }
    }
    return kinds;
  }

  static String block(Path warc, int index) throws IOException {
    try (WarcReader records = new WarcReader(warc)) {
      return new String(skipTo(records, index).body().stream().readAllBytes(), ISO_8859_1);
    }
  }

  static MessageHeaders headers(Path warc, int index) throws IOException {
    try (WarcReader records = new WarcReader(warc)) {
      return skipTo(records, index).headers();
    }
  }

  private static WarcRecord skipTo(WarcReader records, int index) throws IOException {
    for (int i = 0; i < index; i++) {
      records.next();
    }
    return records.next().orElseThrow();
  }
}
