package lab.homework.ex01;

import static lab.homework.ex01.PoolCheck.ALL;
import static lab.homework.ex01.PoolCheck.KNEE;
import static lab.homework.ex01.PoolCheck.WIDTH;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 1 is checked by. */
public final class PoolProof implements Proof<PoolCrawler> {

  @Override
  public Exercise<PoolCrawler> exercise() {
    return new PoolCheck();
  }

  @Override
  public Supplier<PoolCrawler> right() {
    return RightPoolCrawler::new;
  }

  @Override
  public List<Wrong<PoolCrawler>> wrong() {
    return List.of(
        new Wrong<>("the more the better", TheMoreTheBetterCrawler::new, KNEE, "only waits there"),
        new Wrong<>("a thread for each core", ThreadPerCoreCrawler::new, WIDTH, "whatever the width"),
        new Wrong<>("doesn't wait for the pages", ForgetfulCrawler::new, ALL, "does it wait"));
  }
}
