package lab.crawl.cli;

import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.FailureKind;

/** What a user can do about a seed that can't be fetched. */
final class Remedy {
  private Remedy() {}

  /** In a few words; empty where nobody can tell. */
  static Optional<String> of(FailureKind kind) {
    return switch (kind) {
      case UNKNOWN_HOST -> Optional.of("check the host's name");
      case CONNECT -> Optional.of("check whether the server runs, and its port");
      case TLS -> Optional.of("if its certificate is your own, trust it by -DjvmArgs=-Djavax.net.ssl.trustStore=FILE");
      case TIMEOUT -> Optional.of("try again, or with a longer --timeout");
      case CONNECTION_LOST, MALFORMED_REPLY -> Optional.of("try again, and check whether it is http or https");
      case TOO_LARGE, HTTP_STATUS, WORKER_DIED, HOST_AWAY -> Optional.empty();
    };
  }

  /** The same for a problem with its robots.txt, which begins with the kind's label. */
  static Optional<String> of(String problem) {
    return Stream.of(FailureKind.values()).filter(kind -> problem.startsWith(kind.label() + " ")).findFirst().flatMap(Remedy::of);
  }
}
