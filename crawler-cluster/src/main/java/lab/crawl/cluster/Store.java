package lab.crawl.cluster;

/** A database for crawls, which is there until this is closed. */
interface Store extends AutoCloseable {

  /**
   * Where it is. Waits until it has started.
   *
   * @throws java.io.UncheckedIOException with one line, if it can't start
   */
  StoreAddress address() throws InterruptedException;

  /** Idempotent. */
  @Override
  void close();

  /** One that runs already, and goes on when this is closed. */
  static Store at(StoreAddress address) {
    return new Store() {
      @Override
      public StoreAddress address() {
        return address;
      }

      @Override
      public void close() {}
    };
  }
}
