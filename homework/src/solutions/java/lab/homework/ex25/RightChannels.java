package lab.homework.ex25;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** One monitor for all channels. Those who send leave an offer; those who receive look at all offers, or wait for a new one. */
class RightChannels implements Channels {

  /** A value on its way. Guarded by the monitor. */
  static final class Offer<T> {
    private final T value;
    private boolean taken;

    Offer(T value) {
      this.value = value;
    }
  }

  /** Its offers in the order in which they came. */
  final class Line<T> implements Channel<T> {
    private final Queue<Offer<T>> offers = new ArrayDeque<>();
    private boolean closed;

    @Override
    public void send(T value) throws InterruptedException {
      synchronized (RightChannels.this) {
        if (closed) {
          throw new IllegalStateException("the channel is closed");
        }
        Offer<T> offer = new Offer<>(value);
        offers.add(offer);
        RightChannels.this.notifyAll();
        try {
          awaitTaken(offer);
        } finally {
          withdraw(this, offer);
        }
      }
    }

    @Override
    public Optional<T> receive() throws InterruptedException {
      return select(List.<Channel<T>>of(this)).value();
    }

    @Override
    public void close() {
      synchronized (RightChannels.this) {
        closed = true;
        tellAll();
      }
    }

    void forget(Offer<T> offer) {
      offers.remove(offer);
    }
  }

  void awaitTaken(Offer<?> offer) throws InterruptedException {
    while (!offer.taken) {
      wait();
    }
  }

  /** An interrupted sender takes its value back. */
  <T> void withdraw(Line<T> line, Offer<T> offer) {
    line.forget(offer);
  }

  void tellAll() {
    notifyAll();
  }

  @Override
  public <T> Channel<T> make() {
    return new Line<>();
  }

  @Override
  public synchronized <T> Received<T> select(List<Channel<T>> channels) throws InterruptedException {
    while (true) {
      for (int i = 0; i < channels.size(); i++) {
        Line<T> line = (Line<T>) channels.get(i);
        Optional<T> value = take(line);
        if (value.isPresent() || line.closed) {
          return new Received<>(i, value);
        }
      }
      wait();
    }
  }

  <T> Optional<T> take(Line<T> line) {
    Offer<T> offer = line.offers.poll();
    if (offer == null) {
      return Optional.empty();
    }
    offer.taken = true;
    notifyAll();
    return Optional.of(offer.value);
  }
}
