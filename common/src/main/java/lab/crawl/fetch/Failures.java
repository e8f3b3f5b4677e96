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

  /** The failure that an exception stands for by itself, with one line for a person. */
  public static FetchResult.Failure of(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new FetchResult.Failure(kindOf(e), message.lines().findFirst().orElse(""));
  }

  /**
   * The failure that an exception stands for when it is known how far the exchange had come.
   *
   * @param connected whether there was a connection when it happened
   * @param complete whether the reply had come to its end when it happened
   */
  public static FetchResult.Failure of(IOException e, boolean connected, boolean complete) {
    return new FetchResult.Failure(kindOf(e, connected, complete), of(e).detail());
  }

  private static FailureKind kindOf(IOException e, boolean connected, boolean complete) {
    FailureKind kind = kindOf(e);
    // A reset may come before or after the client has noticed that it is connected: that is luck, and no other fault.
    if (kind == FailureKind.CONNECTION_LOST && !connected && !isReset(e)) {
      return FailureKind.CONNECT; // no free port, no free file descriptor, network unreachable
    }
    if (kind == FailureKind.CONNECTION_LOST && complete) {
      return FailureKind.MALFORMED_REPLY; // all of it came, so it is the content coding that ends early
    }
    return kind;
  }

  private static boolean isReset(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("Connection reset");
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
      // okio's checks of a gzip header and trailer, and of what follows it.
      case IOException _ when String.valueOf(e.getMessage()).matches("(?s).*actual 0x.*|gzip finished .*") ->
          FailureKind.MALFORMED_REPLY;
      default -> FailureKind.CONNECTION_LOST;
    };
  }
}
