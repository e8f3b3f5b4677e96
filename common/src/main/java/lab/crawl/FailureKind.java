package lab.crawl;

import java.util.Locale;

/** What failed when a URL could not be fetched: a closed set, the same in every variant for the same fault. */
public enum FailureKind {
  /** The host's name has no address. */
  UNKNOWN_HOST(true),
  /** No connection: refused, or no route. */
  CONNECT(true),
  /** No trusted TLS session: handshake, certificate or host name. */
  TLS(false),
  /** The whole fetch took longer than {@code --timeout}. */
  TIMEOUT(true),
  /** The connection was reset, or closed before the reply was complete. */
  CONNECTION_LOST(true),
  /** What came is not HTTP, or its content coding is broken. */
  MALFORMED_REPLY(true),
  /** The body is longer than {@code --max-body}. */
  TOO_LARGE(false),
  /** A complete reply whose status is neither success nor a usable redirect. */
  HTTP_STATUS(false),
  /** The page ended three worker processes in a row. */
  WORKER_DIED(false),
  /** Not asked for: its host had been away, or had refused to answer, for longer than {@code --patience}. */
  HOST_AWAY(false);

  private final boolean transientFault;

  FailureKind(boolean transientFault) {
    this.transientFault = transientFault;
  }

  /** Whether the same fetch may well succeed a little later; of {@link #HTTP_STATUS} the status itself decides. */
  public boolean isTransient() {
    return transientFault;
  }

  /** The name that manifests and messages use, for instance {@code connection-lost}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
