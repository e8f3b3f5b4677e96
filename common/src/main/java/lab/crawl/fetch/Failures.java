package lab.crawl.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;

/** Which kind of failure an exception stands for: one table for every HTTP client of the lab. */
public final class Failures {
  private Failures() {}

  /** The failure, with one line for a person. */
  public static FetchResult.Failure of(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new FetchResult.Failure(kindOf(e), message.lines().findFirst().orElse(""));
  }

  private static FailureKind kindOf(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> FailureKind.UNKNOWN_HOST;
      case ConnectException _ -> FailureKind.CONNECT;
      case NoRouteToHostException _ -> FailureKind.CONNECT;
      case SSLException _ -> FailureKind.TLS;
      case InterruptedIOException _ -> FailureKind.TIMEOUT;
      case SocketException _ -> FailureKind.CONNECTION_LOST;
      case EOFException _ -> FailureKind.CONNECTION_LOST;
      case ZipException _ -> FailureKind.MALFORMED_REPLY;
      // OkHttp has one message for every early end, but two exception types; its other protocol errors are garbage.
      case IOException _ when String.valueOf(e.getMessage()).startsWith("unexpected end of stream") ->
          FailureKind.CONNECTION_LOST;
      case ProtocolException _ -> FailureKind.MALFORMED_REPLY;
      case IOException _ when e.getCause() instanceof DataFormatException -> FailureKind.MALFORMED_REPLY;
      default -> e.getMessage() != null && e.getMessage().contains("actual 0x")
          ? FailureKind.MALFORMED_REPLY // okio's gzip header and trailer checks
          : FailureKind.CONNECTION_LOST;
    };
  }
}
