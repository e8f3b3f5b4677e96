package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A host's addresses are looked up once, and again when they were no good. */
class HostLookupTest {

  @Test
  void anAnswerIsKeptUntilItIsForgotten() throws Exception {
    HostLookup lookup = new HostLookup("localhost");
    var first = lookup.addresses();
    assertThat(first.get(60, TimeUnit.SECONDS)).isNotEmpty();
    assertThat(lookup.addresses()).isSameAs(first);
    lookup.forget();
    assertThat(lookup.addresses()).isNotSameAs(first);
  }

  @Test
  void aFailureIsNotKept() {
    HostLookup lookup = new HostLookup("no-such-host.invalid");
    var first = lookup.addresses();
    assertThatThrownBy(() -> first.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class).hasCauseInstanceOf(UnknownHostException.class);
    assertThat(lookup.addresses()).isNotSameAs(first);
  }
}
