package lab.homework.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScriptedLockTest {
  private final ScriptedLock lock = new ScriptedLock();
  private final Condition condition = lock.newCondition();

  @Test
  void whoIsNotToldWaits() throws Exception {
    LockCall<Integer> first = waiter("the first");
    LockCall<Integer> second = waiter("the second");

    tell();

    assertThat(first.result("it waits")).isZero();
    assertThatCode(() -> second.mustWait("it went on")).doesNotThrowAnyException();
    assertThatThrownBy(() -> second.result("it waits")).isInstanceOf(RuleBroken.class).hasMessage("it waits");
    assertThatThrownBy(() -> first.mustWait("it went on")).isInstanceOf(RuleBroken.class).hasMessage("it went on");
  }

  @Test
  void whoIsHeldBackGoesOnWhenItIsLetGo() throws Exception {
    LockCall<Integer> slow = waiter("the slow one");
    lock.holdBack(slow);
    tell();
    slow.mustWait("it went on though it is held back");

    lock.letGo(slow);

    assertThat(slow.result("it waits though it was let go")).isZero();
  }

  @Test
  void whoIsWokenForNothingGoesOnIfItDoesNotLookAgain() throws Exception {
    LockCall<Integer> waiter = waiter("the waiter");

    lock.wakeForNothing();

    assertThat(waiter.result("it waits")).isZero();
  }

  @Test
  void anInterruptEndsAWaitUnlessTheWaiterSaysOtherwise() throws Exception {
    LockCall<Integer> waiter = waiter("the waiter");
    LockCall<Integer> deaf = lock.call("the deaf one", () -> locked(() -> {
      condition.awaitUninterruptibly();
      return 0;
    }));

    assertThatCode(waiter::interrupt).doesNotThrowAnyException();
    assertThatThrownBy(deaf::interrupt).isInstanceOf(RuleBroken.class).hasMessageContaining("\"the deaf one\" was "
        + "interrupted").hasMessageContaining("waits on");
  }

  @Test
  void aLockThatIsKeptIsTold() {
    assertThatThrownBy(() -> lock.call("who keeps it", () -> {
      lock.lock();
      return 0;
    })).isInstanceOf(RuleBroken.class).hasMessageContaining("in a finally block");
  }

  @Test
  void whoHasNotTheLockMayNotTell() {
    assertThatThrownBy(condition::signalAll).isInstanceOf(RuleBroken.class).hasMessageContaining("without having the lock");
    assertThatThrownBy(lock::unlock).isInstanceOf(RuleBroken.class).hasMessageContaining("without having the lock");
  }

  @Test
  void nobodyMayWaitForAWhileOnly() {
    assertThatThrownBy(() -> condition.await(1, TimeUnit.MILLISECONDS)).isInstanceOf(RuleBroken.class).hasMessageContaining("Wait until "
        + "you are told");
  }

  private LockCall<Integer> waiter(String name) {
    return lock.call(name, () -> locked(() -> {
      condition.await();
      return 0;
    }));
  }

  private void tell() throws Exception {
    lock.call("who tells", () -> locked(() -> {
      condition.signal();
      return 0;
    })).result("signal waits");
  }

  private int locked(Callable<Integer> call) throws Exception {
    lock.lock();
    try {
      return call.call();
    } finally {
      lock.unlock();
    }
  }
}
