package lab.crawl.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import lab.contract.OddReplies;
import lab.contract.OddReply;
import lab.crawl.FetchResult;
import lab.crawl.Spool;
import lab.crawl.fetch.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each odd reply comes to the same, however its bytes come. */
class ReplyReaderTest {
  private final Spool spool = new Spool(Optional.empty());

  static List<OddReply> replies() {
    return OddReplies.all();
  }

  static Stream<OddReply> shortReplies() {
    return replies().stream().filter(reply -> reply.bytes().length < 1_000_000);
  }

  @AfterEach
  void closeSpool() {
    spool.close();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void asAWhole(OddReply reply) throws IOException {
    assertComesTo(reply, left -> left);
  }

  @ParameterizedTest
  @MethodSource("shortReplies")
  void byteByByte(OddReply reply) throws IOException {
    assertComesTo(reply, _ -> 1);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void inPieces(OddReply reply) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int most = 1 << random.nextInt(1, 15);
      assertComesTo(reply, left -> random.nextInt(1, Math.min(left, most) + 1));
    }
  }

  /** Nobody knows what it should come to; but it comes to something, and to the same however its bytes come. */
  @ParameterizedTest
  @MethodSource("replies")
  void withSomeBytesChanged(OddReply reply) throws IOException {
    Random random = new Random(reply.name().hashCode());
    for (int i = 0; i < 100 && reply.bytes().length < 10_000; i++) {
      OddReply changed = new OddReply(reply.name(), changed(reply.bytes(), random), true, "", "");
      String whole = inWords(result(changed, left -> left));
      assertThat(inWords(result(changed, _ -> 1))).as("%s", new String(changed.bytes(), ISO_8859_1)).isEqualTo(whole);
    }
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(3); i >= 0 && copy.length > 0; i--) {
      copy[random.nextInt(copy.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "\r\n :,;0-9aG".charAt(random.nextInt(11)));
    }
    return copy;
  }

  private static String inWords(FetchResult result) throws IOException {
    return OddReply.outcome(result) + " " + OddReply.body(result) + (result instanceof FetchResult.Reply r ? r.headers() : result);
  }

  private void assertComesTo(OddReply reply, IntUnaryOperator pieces) throws IOException {
    FetchResult result = result(reply, pieces);
    assertThat(OddReply.outcome(result)).as("%s: %s", reply, result).isEqualTo(reply.outcome());
    assertThat(OddReply.body(result)).as("%s", reply).isEqualTo(reply.body());
  }

  /** As clients do it, but that there is no connection. */
  private FetchResult result(OddReply reply, IntUnaryOperator pieces) {
    try (ReplyReader reader = new ReplyReader(spool, OddReplies.MAX_BODY)) {
      try {
        read(reply, pieces, reader);
        return reader.whole();
      } catch (IOException e) {
        return reader.decided().orElseGet(() -> Failures.of(e, true));
      }
    }
  }

  private static void read(OddReply reply, IntUnaryOperator pieces, ReplyReader reader) throws IOException {
    ReplyParser parser = new ReplyParser();
    byte[] bytes = reply.bytes();
    int at = 0;
    while (at < bytes.length && !parser.isWhole() && !reader.hasEnough()) {
      int piece = pieces.applyAsInt(bytes.length - at);
      int taken = parser.take(bytes, at, piece, reader);
      assertThat(taken == piece || parser.isWhole()).as("%s: %s of %s taken", reply, taken, piece).isTrue();
      at += taken;
    }
    if (!parser.isWhole() && !reader.hasEnough()) {
      assertThat(reply.closes()).as("%s: waits for more, which never comes", reply).isTrue();
      parser.closed();
    }
  }
}
