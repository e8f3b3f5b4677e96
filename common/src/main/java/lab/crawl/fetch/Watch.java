package lab.crawl.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.reply.ReplyHead;
import lab.crawl.reply.ReplyReader;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** How far a call has come, whether its connection had served another call before, and what came back. */
final class Watch extends EventListener implements ReplyFilter.Reader {
  final FetchSpans spans;
  final ReplyReader reader;
  boolean connected;
  private final Requests requests;
  private boolean connecting;
  private boolean replied;
  /** For how long nothing more may be received, in nanoseconds. */
  private long pause;

  Watch(Requests requests, FetchSpans spans, ReplyReader reader) {
    this.requests = requests;
    this.spans = spans;
    this.reader = reader;
  }

  @Override
  public void dnsStart(Call call, String host) {
    spans.connecting();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    connecting = true;
    spans.connecting();
  }

  @Override
  public void secureConnectStart(Call call) {
    connected = true;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    connected = true;
    spans.connected();
    if (requests.proxy().isEmpty()) {
      reader.connectedTo(connection.route().socketAddress().getAddress());
    }
    ((Filtered) connection.socket()).filter().begin(this);
  }

  @Override
  public void sent(byte[] bytes, int from, int count) {
    reader.sent(bytes, from, count);
  }

  @Override
  public void interim() {
    reader.interim();
  }

  @Override
  public void taken(byte[] bytes, int from, int count) {
    pause = Math.max(pause, requests.received(count));
    reader.taken(bytes, from, count);
  }

  @Override
  public void head(ReplyHead head) throws IOException {
    replied = true;
    spans.firstByte();
    pause();
    reader.head(head);
  }

  @Override
  public void body(byte[] bytes, int from, int count) throws IOException {
    pause();
    reader.body(bytes, from, count);
  }

  /** What comes meanwhile stays with the system, and when that is full with the sender. */
  private void pause() throws IOException {
    long nanos = pause;
    pause = 0;
    requests.pause(nanos);
  }

  @Override
  public boolean hasEnough() {
    return reader.hasEnough();
  }

  /** Whether this is what a kept-alive connection gives when its server has just given it up. */
  boolean isStale(FetchResult result) {
    boolean reused = connected && !connecting;
    return reused && switch (result) {
      case FetchResult.Failure failure -> !replied && failure.kind() == FailureKind.CONNECTION_LOST;
      case FetchResult.Reply reply -> reply.status() == 408; // it says so (RFC 9110, 15.5.9)
    };
  }
}
