package lab.homework.ex20;

import static lab.homework.ex20.VisibilityCheck.FREE;
import static lab.homework.ex20.VisibilityCheck.LOST;
import static lab.homework.ex20.VisibilityCheck.VISIBLE;
import static lab.homework.ex20.VisibilityCheck.WHOLE;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lab.homework.ex20.LiveSettings.Settings;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 20 is checked by. */
public final class VisibilityProof implements Proof<Function<Settings, LiveSettings>> {

  @Override
  public Exercise<Function<Settings, LiveSettings>> exercise() {
    return new VisibilityCheck();
  }

  @Override
  public Supplier<Function<Settings, LiveSettings>> right() {
    return () -> RightLiveSettings::new;
  }

  @Override
  public List<Wrong<Function<Settings, LiveSettings>>> wrong() {
    return List.of(
        new Wrong<>("two volatile fields", () -> TwoVolatiles::new, WHOLE, "belong to different changes"),
        new Wrong<>("reads, then writes", () -> ReadsThenWrites::new, LOST, "wrote over them"),
        new Wrong<>("one lock for all", () -> OneLockForAll::new, FREE, "had to wait for it"),
        new Wrong<>("a plain reference", () -> PlainReference::new, VISIBLE, "`current`"),
        new Wrong<>("a plain flag", () -> PlainFlag::new, VISIBLE, "`stopped`"));
  }
}
