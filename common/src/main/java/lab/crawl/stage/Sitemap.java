package lab.crawl.stage;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lab.crawl.Body;

/**
 * A sitemap in XML (sitemaps.org, protocol 0.9), which may be packed with gzip. Whether a file is one, its root element says, because
 * its type doesn't; no other XML is looked into.
 *
 * <p>It is read by jsoup, bit by bit, as long pages are: a parser for sitemaps would hold all of it, and packed ones may be a thousand
 * times as long as they look.
 */
final class Sitemap {
  /** The protocol's limit for the unpacked file. */
  static final int MOST_BYTES = 50 << 20;

  private static final int GZIP_MAGIC = 0x1F8B;

  /** Declarations and comments, and then the root. */
  private static final Pattern ROOT = Pattern.compile(
      "(?:\u00ef\u00bb\u00bf)?(?>\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*+<(?:[\\w.-]+:)?(?:urlset|sitemapindex)[\\s/>].*",
      Pattern.DOTALL);

  private Sitemap() {}

  /** Whether a body is a sitemap. */
  static boolean isOne(Body body) throws IOException {
    return ROOT.matcher(new String(head(body), StandardCharsets.ISO_8859_1)).matches();
  }

  /** Its first bytes, unpacked. */
  static byte[] head(Body body) throws IOException {
    try (InputStream unpacked = open(body)) {
      return unpacked.readNBytes(PageEncoding.LOOKED_AT);
    }
  }

  /** The XML; it ends where what is packed is broken. The caller closes it. */
  static InputStream open(Body body) throws IOException {
    InputStream bytes = new BufferedInputStream(body.open());
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return magic == GZIP_MAGIC ? new Unpacked(bytes) : bytes;
  }

  /** Ends a byte behind the limit, so that its reader knows that there is more, and where a fault of the sender's would make it fail. */
  private static final class Unpacked extends FilterInputStream {
    private int left = MOST_BYTES + 1;

    Unpacked(InputStream packed) throws IOException {
      super(packed);
      try {
        in = new GZIPInputStream(packed);
      } catch (ZipException | EOFException e) {
        left = 0; // It only begins like gzip.
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int read = left == 0 ? -1 : super.read(buffer, offset, Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
      } catch (ZipException | EOFException e) {
        return -1;
      }
    }
  }
}
