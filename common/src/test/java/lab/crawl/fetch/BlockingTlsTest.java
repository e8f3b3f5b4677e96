package lab.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import lab.contract.OddReplies;
import lab.contract.OddReply;
import lab.contract.OddServer;
import lab.contract.TunnelProxy;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.RequestSettings;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With TLS replies are filtered above it, and are the same; and a page comes from the host that its certificate names. */
@Timeout(120)
class BlockingTlsTest {

  @Test
  void everyOddReplyIsWhatItIsWithoutTls() throws Exception {
    X509Bundle certificate = certificate("localhost");
    List<OddReply> replies = OddReplies.all();
    try (OddServer server = new OddServer(replies, sockets(certificate)); BlockingFetcher fetcher = fetcher(server, certificate)) {
      for (int i = 0; i < replies.size(); i++) {
        FetchResult result = fetcher.fetch(url(server, OddServer.path(i)));
        assertThat(OddReply.outcome(result)).as("%s: %s", replies.get(i), result).isEqualTo(replies.get(i).outcome());
        assertThat(OddReply.body(result)).as("%s", replies.get(i)).isEqualTo(replies.get(i).body());
        assertThat(OddReply.body(fetcher.fetch(url(server, "/plain")))).as("after %s", replies.get(i)).isEqualTo("plain");
      }
    }
  }

  /** What TLS itself says after a reply, unasked, is none of our business. */
  @Test
  void aConnectionIsUsedAgain() throws Exception {
    X509Bundle certificate = certificate("localhost");
    try (OddServer server = new OddServer(List.of(), sockets(certificate)); BlockingFetcher fetcher = fetcher(server, certificate)) {
      for (int i = 0; i < 20; i++) {
        assertThat(OddReply.body(fetcher.fetch(url(server, "/plain")))).isEqualTo("plain");
      }
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void aTrustedCertificateForAnotherHostIsNotTaken() throws Exception {
    X509Bundle certificate = certificate("another.example");
    try (OddServer server = new OddServer(List.of(), sockets(certificate)); BlockingFetcher fetcher = fetcher(server, certificate)) {
      assertThat(OddReply.outcome(fetcher.fetch(url(server, "/plain")))).isEqualTo("failed tls");
    }
  }

  @Test
  void aProxyGivesATunnelToTheHost() throws Exception {
    X509Bundle certificate = certificate("site.invalid");
    try (OddServer server = new OddServer(List.of(), sockets(certificate)); TunnelProxy proxy = new TunnelProxy(false);
        BlockingFetcher fetcher = fetcher(through(proxy, server), certificate)) {
      HttpUrl url = url(server, "/plain").newBuilder().host("site.invalid").build();

      assertThat(OddReply.body(fetcher.fetch(url))).isEqualTo("plain");
      assertThat(OddReply.body(fetcher.fetch(url))).isEqualTo("plain");
      assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT site.invalid:" + server.port() + " HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n", "User-Agent: me\r\n").doesNotContain("X-Key");
    }
  }

  @Test
  void aProxyThatGivesNoTunnelIsNoConnection() throws Exception {
    X509Bundle certificate = certificate("localhost");
    try (OddServer server = new OddServer(List.of(), sockets(certificate)); TunnelProxy proxy = new TunnelProxy(true);
        BlockingFetcher fetcher = fetcher(through(proxy, server), certificate)) {
      assertThat(OddReply.outcome(fetcher.fetch(url(server, "/plain")))).isEqualTo("failed connect");
    }
  }

  private static CrawlPlan through(TunnelProxy proxy, OddServer server) {
    return CrawlPlan.of(url(server, "/")).userAgent("me").requests(new RequestSettings(
        List.of(new RequestSettings.Header("X-Key", "secret")), List.of(), false, Optional.of(new RequestSettings.Proxy("127.0.0.1", proxy.port())),
        List.of(new RequestSettings.Login("127.0.0.1", "me", "secret")), RequestSettings.UNLIMITED)).build();
  }

  private static BlockingFetcher fetcher(OddServer server, X509Bundle certificate) throws Exception {
    return fetcher(CrawlPlan.of(url(server, "/")).maxBodyBytes(OddReplies.MAX_BODY).build(), certificate);
  }

  private static BlockingFetcher fetcher(CrawlPlan plan, X509Bundle certificate) throws Exception {
    X509TrustManager trust = (X509TrustManager) certificate.toTrustManagerFactory().getTrustManagers()[0];
    return new BlockingFetcher(plan, builder -> BlockingFetcher.withTls(builder, trust));
  }

  private static HttpUrl url(OddServer server, String path) {
    return HttpUrl.get("https://localhost:" + server.port() + path);
  }

  private static X509Bundle certificate(String host) throws Exception {
    return new CertificateBuilder().subject("CN=" + host).addSanDnsName(host).setIsCertificateAuthority(true).buildSelfSigned();
  }

  private static ServerSocketFactory sockets(X509Bundle certificate) throws Exception {
    char[] password = "secret".toCharArray();
    KeyStore keys = certificate.toKeyStore(password);
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }
}
