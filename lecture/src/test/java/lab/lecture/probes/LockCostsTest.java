package lab.lecture.probes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockCostsTest {

  @Test
  void givesTheTimesOfEachWay() {
    var costs = LockCosts.measure(true);
    assertThat(costs.keySet()).containsExactly(
        "none", "monitorUncontended", "reentrantLockUncontended",
        "monitorContended", "reentrantLockContended", "atomicLongContended", "longAdderContended");
    assertThat(costs.values()).allSatisfy(nanos ->
        assertThat(nanos).hasSize(3).allSatisfy(nano -> assertThat(nano).isPositive().isFinite()));
  }

  @Test
  void aLockIsFoughtForByTwoAtLeast() {
    assertThat(LockCosts.contenders()).isGreaterThanOrEqualTo(2);
  }
}
