package lab.homework.ex29;

import static lab.homework.ex29.ReadersWritersCheck.INTERRUPT;
import static lab.homework.ex29.ReadersWritersCheck.LINE;
import static lab.homework.ex29.ReadersWritersCheck.SHARES;
import static lab.homework.ex29.ReadersWritersCheck.WOKEN;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 29 is checked by. */
public final class ReadersWritersProof implements Proof<ReadersWriters.Maker> {

  @Override
  public Exercise<ReadersWriters.Maker> exercise() {
    return new ReadersWritersCheck();
  }

  @Override
  public Supplier<ReadersWriters.Maker> right() {
    return () -> RightReadersWriters::new;
  }

  @Override
  public List<Wrong<ReadersWriters.Maker>> wrong() {
    return List.of(
        new Wrong<>("the library's lock", () -> BorrowedReadersWriters::new, SHARES, "does the work"),
        new Wrong<>("readers first", () -> ReadersFirst::new, LINE, "the writer waits for ever"),
        new Wrong<>("writers first", () -> WritersFirst::new, LINE, "readers wait for ever"),
        new Wrong<>("tells one", () -> TellsOne::new, LINE, "Tell all, or the one whose turn it is"),
        new Wrong<>("looks once", () -> LooksOnce::new, SHARES, "though the other still reads"),
        new Wrong<>("goes at once", () -> GoesAtOnce::new, WOKEN, "the line counts"),
        new Wrong<>("stays in line", () -> StaysInLine::new, INTERRUPT, "whoever leaves the line must tell"),
        new Wrong<>("goes quietly", () -> GoesQuietly::new, INTERRUPT, "whoever leaves the line must tell"));
  }
}
