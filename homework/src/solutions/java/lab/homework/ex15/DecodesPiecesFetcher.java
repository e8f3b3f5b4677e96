package lab.homework.ex15;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Wrong: it makes text of each piece by itself, though a piece may end in the middle of a character. */
final class DecodesPiecesFetcher extends RightLoopFetcher {

  @Override
  String decode(List<byte[]> pieces) {
    return pieces.stream().map(piece -> new String(piece, StandardCharsets.UTF_8)).collect(Collectors.joining());
  }
}
