package lab.crawl;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange as it went over the wire (of https: within TLS), for an archive. Whoever has the reply has this, and closes it.
 *
 * @param begun when the fetch began, to the millisecond
 * @param server whom the request was sent to
 * @param request all that was sent
 * @param head what came before the body, from the status line to the empty line; interim replies before it are left out
 * @param sent the body as it came, transfer coding and all; empty unless the reply is {@link Ending#WHOLE}
 * @param payload the same with the transfer coding undone and any content coding left: the very same body if there was none
 * @param ending whether the body is all there
 * @param confirmed of a reply of status 304 that was asked for: when the exchange was made that it confirms, and that is in an archive
 */
public record Capture(
    Instant begun, Optional<InetAddress> server, byte[] request, byte[] head, Body sent, Body payload, Ending ending,
    Optional<Instant> confirmed)
    implements AutoCloseable {

  /** How a body ended. Only of a reply without success, whose status said it all, the rest may be missing. */
  public enum Ending {
    /** As it should. */
    WHOLE,
    /** It was longer than is taken, and is left out. */
    TOO_LONG,
    /** It broke off, or was not what it claimed to be, and is left out: how much of it came is luck. */
    BROKEN
  }

  /** The same, confirming an exchange that was made then. */
  public Capture confirming(Optional<Instant> archived) {
    return new Capture(begun, server, request, head, sent, payload, ending, archived);
  }

  /** Removes the files, if there are any. Idempotent. */
  @Override
  public void close() {
    sent.close();
    payload.close();
  }
}
