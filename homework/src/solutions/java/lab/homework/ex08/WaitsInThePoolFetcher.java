package lab.homework.ex08;

import java.util.List;

/** Wrong: gives every page to the pool at once; its thread waits there until the page's host has a place. */
final class WaitsInThePoolFetcher<H> extends RightPoliteFetcher<H> {

  @Override
  synchronized Address<H> choose(List<Address<H>> waiting, int perHost) {
    return waiting.removeFirst();
  }

  @Override
  synchronized void begin(H host, int perHost) throws InterruptedException {
    while (!mayGo(host, perHost)) {
      wait();
    }
    count(host, 1);
  }
}
