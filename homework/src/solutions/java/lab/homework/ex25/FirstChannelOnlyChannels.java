package lab.homework.ex25;

import java.util.List;

/** Wrong: it waits at the first channel, and would go on to the next when that is through. */
final class FirstChannelOnlyChannels extends RightChannels {

  @Override
  public <T> Received<T> select(List<Channel<T>> channels) throws InterruptedException {
    return super.select(channels.subList(0, 1));
  }
}
