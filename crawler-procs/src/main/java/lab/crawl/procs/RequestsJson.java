package lab.crawl.procs;

import lab.crawl.RequestSettings;
import lab.crawl.json.JsonObject;
import okhttp3.Cookie;

/** {@link RequestSettings} as JSON, secrets and all: only for a pipe to a worker. */
final class RequestsJson {
  private static final long NEVER = 0;

  private RequestsJson() {}

  static JsonObject of(RequestSettings settings) {
    return new JsonObject()
        .with("headers", settings.headers().stream()
            .map(header -> new JsonObject().with("name", header.name()).with("value", header.value())).toList())
        .with("cookies", settings.cookies().stream().map(RequestsJson::of).toList())
        .with("keepsCookies", settings.keepsCookies())
        .with("proxy", settings.proxy().map(proxy -> new JsonObject().with("host", proxy.host()).with("port", proxy.port())).stream().toList())
        .with("logins", settings.logins().stream()
            .map(login -> new JsonObject().with("host", login.host()).with("user", login.user()).with("password", login.password())).toList())
        .with("bytesPerSecond", settings.bytesPerSecond());
  }

  static RequestSettings settings(JsonObject fields) {
    var settings = new RequestSettings(
        fields.list("headers", JsonObject.class).stream()
            .map(header -> new RequestSettings.Header(header.text("name"), header.text("value"))).toList(),
        fields.list("cookies", JsonObject.class).stream().map(RequestsJson::cookie).toList(),
        fields.truth("keepsCookies"),
        fields.list("proxy", JsonObject.class).stream()
            .map(proxy -> new RequestSettings.Proxy(proxy.text("host"), proxy.smallNumber("port"))).findFirst(),
        fields.list("logins", JsonObject.class).stream()
            .map(login -> new RequestSettings.Login(login.text("host"), login.text("user"), login.text("password"))).toList(),
        fields.number("bytesPerSecond"));
    fields.end();
    return settings;
  }

  private static JsonObject of(Cookie cookie) {
    return new JsonObject().with("name", cookie.name()).with("value", cookie.value()).with("domain", cookie.domain())
        .with("hostOnly", cookie.hostOnly()).with("path", cookie.path()).with("secure", cookie.secure())
        .with("expires", cookie.persistent() ? cookie.expiresAt() : NEVER);
  }

  private static Cookie cookie(JsonObject fields) {
    Cookie.Builder cookie = new Cookie.Builder()
        .name(fields.text("name")).value(fields.text("value")).path(fields.text("path"));
    long expires = fields.number("expires");
    if (expires != NEVER) {
      cookie.expiresAt(expires);
    }
    String domain = fields.text("domain");
    if (fields.truth("secure")) {
      cookie.secure();
    }
    return (fields.truth("hostOnly") ? cookie.hostOnlyDomain(domain) : cookie.domain(domain)).build();
  }
}
