package lab.lecture.faults;

import java.util.List;
import lab.lecture.faults.Parts.Count;
import lab.lecture.faults.Parts.Flag;
import lab.lecture.faults.Parts.Lazy;
import lab.lecture.faults.Parts.Seen;
import lab.lecture.faults.Parts.Telling;
import lab.lecture.faults.Parts.Waiting;

/** One scenario for each kind of part. */
final class Scenarios {
  private Scenarios() {}

  /** Two threads find the same link. */
  static final class SameLink extends Scenario {
    private final Seen seen;
    private int first;
    private int second;

    SameLink(Seen seen) {
      this.seen = seen;
    }

    // The texts are equal, and not the same: each thread has read its own page.
    @Override
    public void first() {
      first = seen.isNew(new String("/leaf")) ? 1 : 0;
    }

    @Override
    public void second() {
      second = seen.isNew(new String("/leaf")) ? 1 : 0;
    }

    @Override
    public String outcome() {
      return expect(1, first + second, "fetched");
    }
  }

  /** One takes the page that another puts. */
  static final class HandOver extends Scenario {
    private final Waiting waiting;
    private String taken = "nothing";

    HandOver(Waiting waiting) {
      this.waiting = waiting;
    }

    @Override
    public void first() {
      taken = take(waiting);
    }

    @Override
    public void second() {
      waiting.put("/leaf");
    }

    @Override
    public String outcome() {
      return taken.equals("/leaf") ? RIGHT : "took " + taken;
    }
  }

  /** Two take one page each; a third puts two. */
  static final class TwoTakers extends Scenario {
    private final Waiting waiting;
    private String first;
    private String second;

    TwoTakers(Waiting waiting) {
      this.waiting = waiting;
    }

    @Override
    public void first() {
      first = take(waiting);
    }

    @Override
    public void second() {
      second = take(waiting);
    }

    @Override
    public void third() {
      waiting.put("/one");
      waiting.put("/two");
    }

    @Override
    public int threads() {
      return 3;
    }

    @Override
    public String outcome() {
      return first.startsWith("/") && second.startsWith("/") ? RIGHT : "took " + first + " and " + second;
    }
  }

  /** Two pages are outstanding, and both are done. */
  static final class LastTwo extends Scenario {
    private final Count count;
    private int first;
    private int second;

    LastTwo(Count countOfTwo) {
      this.count = countOfTwo;
    }

    @Override
    public void first() {
      first = count.subtract() ? 1 : 0;
    }

    @Override
    public void second() {
      second = count.subtract() ? 1 : 0;
    }

    @Override
    public String outcome() {
      return expect(1, first + second, "the last page was done");
    }
  }

  /** One goes on until it sees that the other has said stop. */
  static final class Stop extends Scenario {
    private final Flag flag;

    Stop(Flag flag) {
      this.flag = flag;
    }

    @Override
    public void first() {
      while (!flag.isSet()) {
        // Nothing: what is done here in a crawler may hide the fault.
      }
    }

    @Override
    public void second() {
      flag.set();
    }

    @Override
    public String outcome() {
      return RIGHT;
    }
  }

  /** One page is begun while another was visited. */
  static final class Told extends Scenario {
    private final Telling telling;
    private int told;

    Told(Telling telling) {
      this.telling = telling;
    }

    @Override
    public void first() {
      telling.begun(() -> told++);
    }

    @Override
    public void second() {
      telling.visited(() -> told++);
    }

    @Override
    public String outcome() {
      return expect(2, told, "told");
    }
  }

  /** Two want what is made when it is wanted first. */
  static final class FirstUse extends Scenario {
    /** Nothing in it is final. */
    private static final class Made {
      private int a = 1;
      private int b = 1;
    }

    private final Lazy<?> lazy;
    private int first;
    private int second;

    FirstUse(Parts parts) {
      this.lazy = parts.lazy(Made::new);
    }

    @Override
    public void first() {
      first = whole();
    }

    @Override
    public void second() {
      second = whole();
    }

    private int whole() {
      Made made = (Made) lazy.get();
      return made.a + made.b;
    }

    @Override
    public String outcome() {
      return first + second == 4 ? RIGHT : "half an object was seen";
    }
  }

  /** One scenario after another. */
  static final class All extends Scenario {
    private final List<Scenario> all;

    All(Scenario... all) {
      this.all = List.of(all);
    }

    @Override
    public void first() {
      for (Scenario one : all) {
        one.first();
      }
    }

    @Override
    public void second() {
      for (Scenario one : all) {
        one.second();
      }
    }

    @Override
    public String outcome() {
      return all.stream().map(Scenario::outcome).filter(outcome -> !outcome.equals(RIGHT)).findFirst().orElse(RIGHT);
    }
  }
}
