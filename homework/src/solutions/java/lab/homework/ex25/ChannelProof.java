package lab.homework.ex25;

import static lab.homework.ex25.ChannelCheck.BACK;
import static lab.homework.ex25.ChannelCheck.CLOSES;
import static lab.homework.ex25.ChannelCheck.MEETS;
import static lab.homework.ex25.ChannelCheck.SELECTS;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 25 is checked by. */
public final class ChannelProof implements Proof<Channels> {

  @Override
  public Exercise<Channels> exercise() {
    return new ChannelCheck();
  }

  @Override
  public Supplier<Channels> right() {
    return RightChannels::new;
  }

  @Override
  public List<Wrong<Channels>> wrong() {
    return List.of(
        new Wrong<>("has room", HasRoomChannels::new, MEETS, "has no room to keep it"),
        new Wrong<>("waits at the first channel", FirstChannelOnlyChannels::new, SELECTS, "at which channel"),
        new Wrong<>("takes from all", TakesFromAllChannels::new, SELECTS, "that value is lost"),
        new Wrong<>("closes quietly", ClosesQuietlyChannels::new, CLOSES, "who tells it"),
        new Wrong<>("keeps what was offered", KeepsOffersChannels::new, BACK, "takes its value along"));
  }
}
