package lab.crawl.fetch;

import java.net.ProtocolException;

/**
 * Tells a bug from what a library makes of a server's bytes. OkHttp's authors didn't think of every reply; a page whose
 * bytes they trip over has failed, and the crawl goes on. A bug of ours must end it.
 */
final class LibraryFault {
  private LibraryFault() {}

  /**
   * The fault that an unchecked exception from a library's call stands for.
   *
   * @throws RuntimeException the same one, if it is a bug of ours
   */
  static ProtocolException of(RuntimeException e) {
    if (!isLibrarys(e)) {
      throw e;
    }
    ProtocolException fault = new ProtocolException(e.toString());
    fault.initCause(e);
    return fault;
  }

  /** Whether none of our methods, which the library may have called, is nearer to the throw. */
  private static boolean isLibrarys(RuntimeException e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("lab.")) {
        return false;
      }
      if (frame.getClassName().matches("(okhttp3|okio)\\..*")) {
        return true;
      }
    }
    return false;
  }
}
