package lab.crawl.reply;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import lab.crawl.BodyTooLongException;

/** What is between two codings is limited as well: a few kilobytes of gzip within gzip can stand for petabytes. */
final class Limited extends FilterInputStream {
  private final long maxBodyBytes;
  private long left;

  /** Gives at most so many bytes of a stream, and then says that the body is too long. */
  Limited(InputStream stream, long most, long maxBodyBytes) {
    super(stream);
    this.left = most;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = super.read(bytes, from, count);
    left -= Math.max(0, read);
    if (left < 0) {
      throw new BodyTooLongException(maxBodyBytes);
    }
    return read;
  }
}
