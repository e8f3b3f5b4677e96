package lab.crawl.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import lab.crawl.BodyTooLongException;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;

/** Which kind of failure an exception stands for: one table for every HTTP client of the lab. */
public final class Failures {
  private Failures() {}

  /**
   * The failure that an exception stands for, with one line for a person.
   *
   * @param connected whether there was a connection when it happened
   */
  public static FetchResult.Failure of(IOException e, boolean connected) {
    IOException fault = e.getCause() instanceof EOFException end ? end : e; // OkHttp and TLS wrap it
    String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    return new FetchResult.Failure(kindOf(fault, connected), message);
  }

  private static FailureKind kindOf(IOException e, boolean connected) {
    FailureKind kind = kindOf(e);
    // A reset may come before or after the client has noticed that it is connected: that is luck, and no other fault.
    return kind == FailureKind.CONNECTION_LOST && !connected && !isReset(e)
        ? FailureKind.CONNECT // no free port, no free file descriptor, network unreachable
        : kind;
  }

  private static boolean isReset(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("Connection reset");
  }

  private static FailureKind kindOf(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> FailureKind.UNKNOWN_HOST;
      case ConnectException _, NoRouteToHostException _ -> FailureKind.CONNECT;
      case SSLException _ when wasCut(e) -> FailureKind.CONNECTION_LOST;
      case SSLException _ -> FailureKind.TLS;
      case InterruptedIOException _ -> FailureKind.TIMEOUT;
      case BodyTooLongException _ -> FailureKind.TOO_LARGE;
      case ProtocolException _, ZipException _ -> FailureKind.MALFORMED_REPLY;
      default -> FailureKind.CONNECTION_LOST;
    };
  }

  /** A server that goes within the handshake may be back a moment later; one whose certificate is bad will not. */
  private static boolean wasCut(Throwable e) {
    Throwable cause = e.getCause();
    return cause != null && (cause instanceof IOException && !(cause instanceof SSLException) || wasCut(cause));
  }
}
