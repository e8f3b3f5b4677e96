package lab.homework.grade;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A key that makes races show: whoever looks it up may lose the processor in the middle. Every set and map asks its keys for
 * their hash or compares them, and so between "is it there?" and "put it there" another thread gets its turn, which else happens
 * once in many thousand times.
 *
 * @param name tells keys apart
 */
public record FuzzyKey(String name) {
  private static final int USUAL = 4;

  @Override
  public int hashCode() {
    maybeYield();
    return name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    maybeYield();
    return other instanceof FuzzyKey key && key.name.equals(name);
  }

  private static void maybeYield() {
    if (ThreadLocalRandom.current().nextInt(USUAL) == 0) {
      Thread.yield();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
