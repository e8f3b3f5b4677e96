package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.crawl.Sha256;

/**
 * What a crawl has written.
 *
 * @param manifest the manifest's SHA-256
 * @param files that of each other file, by its path
 */
record Written(String manifest, Map<String, String> files) {

  static Written by(DoomedCrawl crawl) {
    return by(crawl.manifest(), crawl.out());
  }

  /** Reads it. */
  static Written by(Path manifest, Path out) {
    try (Stream<Path> all = Files.walk(out)) {
      Map<String, String> files = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
      }
      return new Written(Sha256.hex(Files.readAllBytes(manifest)), files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was crawled to " + out, e);
    }
  }
}
