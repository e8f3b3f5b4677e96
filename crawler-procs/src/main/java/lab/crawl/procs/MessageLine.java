package lab.crawl.procs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import lab.crawl.FetchSettings;
import lab.crawl.Politeness;
import lab.crawl.Scope;
import lab.crawl.SpanKind;
import lab.crawl.Visited;
import lab.crawl.WorkSettings;
import lab.crawl.json.JsonObject;
import lab.crawl.json.VisitJson;
import okhttp3.HttpUrl;

/** Makes a line of JSON of each {@link Message}, and the message of the line. */
final class MessageLine {
  private static final int QUOTED_CHARACTERS = 120;

  /** Of a time that isn't there: no field of a message is null. */
  private static final long NONE = -1;

  private MessageLine() {}

  /** The message as one line of JSON, without its line feed. */
  static String of(Message message) {
    JsonObject object = switch (message) {
      case Message.Plan plan -> object("plan")
          .with("version", plan.version())
          .with("seeds", plan.seeds().stream().map(HttpUrl::toString).toList())
          .with("requisites", plan.requisites().label())
          .with("politeness", politeness(plan.politeness()))
          .with("fetch", fetch(plan.fetch()))
          .with("work", work(plan.work()));
      case Message.VisitPage page -> object("visit").with("url", page.url().toString()).with("timed", page.timed());
      case Message.Ready ready -> object("ready").with("pid", ready.pid());
      case Message.PageVisited page -> object("visited")
          .with("visit", VisitJson.of(page.visited().visit()))
          .with("outlinks", page.visited().outlinks())
          .with("retryAfterMillis", page.visited().retryAfter().map(Duration::toMillis).orElse(NONE))
          .with("steps", page.steps().stream().map(MessageLine::step).toList());
      case Message.CannotWrite problem -> object("cannot-write").with("message", problem.message());
      case Message.Bug bug -> object("bug").with("stackTrace", bug.stackTrace());
    };
    return object.toString();
  }

  private static JsonObject object(String type) {
    return new JsonObject().with("type", type);
  }

  private static JsonObject politeness(Politeness politeness) {
    return new JsonObject()
        .with("delayMillis", politeness.delay().toMillis())
        .with("loopbackDelayMillis", politeness.loopbackDelay().toMillis())
        .with("asked", politeness.asked().entrySet().stream()
            .map(host -> new JsonObject().with("origin", host.getKey()).with("delayMillis", host.getValue().toMillis())).toList());
  }

  private static Politeness politeness(JsonObject fields) {
    Politeness politeness = new Politeness(
        Duration.ofMillis(fields.number("delayMillis")), Duration.ofMillis(fields.number("loopbackDelayMillis")), Map.of());
    for (JsonObject host : fields.list("asked", JsonObject.class)) {
      politeness = politeness.asking(host.text("origin"), Duration.ofMillis(host.number("delayMillis")));
      host.end();
    }
    fields.end();
    return politeness;
  }

  private static JsonObject fetch(FetchSettings fetch) {
    return new JsonObject()
        // A shorter timeout than a millisecond may not become none at all.
        .with("timeoutMillis", Math.max(1, fetch.timeout().toMillis()))
        .with("maxBodyBytes", fetch.maxBodyBytes())
        .with("userAgent", fetch.userAgent())
        .with("requests", RequestsJson.of(fetch.requests()));
  }

  private static JsonObject work(WorkSettings work) {
    return new JsonObject()
        .with("checksumRounds", work.checksumRounds())
        .with("interpreterLock", work.interpreterLock())
        .with("out", path(work.out()))
        .with("warc", path(work.warc()))
        .with("replies", path(work.replies()))
        .with("nofollow", work.nofollow());
  }

  private static JsonObject step(Message.Step step) {
    return new JsonObject().with("kind", step.kind().label()).with("begin", step.begin()).with("end", step.end())
        .with("cpuNanos", step.cpuNanos());
  }

  /**
   * The message that a line holds.
   *
   * @param side {@link Message.ToWorker} or {@link Message.FromWorker}: who may have said it
   * @throws IllegalArgumentException with one line that quotes the line's beginning, if it holds no such message
   */
  static <M extends Message> M message(String line, Class<M> side) {
    Message message = read(line);
    if (!side.isInstance(message)) {
      throw new IllegalArgumentException("not a message for this side: " + quoted(line));
    }
    return side.cast(message);
  }

  private static Message read(String line) {
    try {
      JsonObject fields = JsonObject.parse(line);
      Message message = message(fields);
      fields.end();
      return message;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException("not a message: " + quoted(line) + " (" + why + ")", e);
    }
  }

  private static Message message(JsonObject fields) {
    String type = fields.text("type");
    return switch (type) {
      case "plan" -> new Message.Plan(
          fields.smallNumber("version"), fields.list("seeds", String.class).stream().map(HttpUrl::get).toList(),
          Scope.Requisites.ofLabel(fields.text("requisites")), politeness(fields.object("politeness")),
          fetchSettings(fields.object("fetch")), workSettings(fields.object("work")));
      case "visit" -> new Message.VisitPage(VisitJson.url(fields, "url"), fields.truth("timed"));
      case "ready" -> new Message.Ready(fields.number("pid"));
      case "visited" -> new Message.PageVisited(
          new Visited(VisitJson.visit(fields.object("visit")), fields.list("outlinks", String.class), retryAfter(fields.number("retryAfterMillis"))),
          fields.list("steps", JsonObject.class).stream().map(MessageLine::step).toList());
      case "cannot-write" -> new Message.CannotWrite(fields.text("message"));
      case "bug" -> new Message.Bug(fields.text("stackTrace"));
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private static FetchSettings fetchSettings(JsonObject fields) {
    var fetch = new FetchSettings(
        Duration.ofMillis(fields.number("timeoutMillis")), fields.number("maxBodyBytes"), fields.text("userAgent"),
        RequestsJson.settings(fields.object("requests")));
    fields.end();
    return fetch;
  }

  private static WorkSettings workSettings(JsonObject fields) {
    var work = new WorkSettings(
        fields.smallNumber("checksumRounds"), fields.truth("interpreterLock"), path(fields.text("out")), path(fields.text("warc")),
        path(fields.text("replies")), fields.truth("nofollow"));
    fields.end();
    return work;
  }

  private static String path(Optional<Path> path) {
    return path.map(Path::toString).orElse("");
  }

  private static Optional<Path> path(String path) {
    return Optional.of(path).filter(text -> !text.isEmpty()).map(Path::of);
  }

  private static Optional<Duration> retryAfter(long millis) {
    return millis == NONE ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }

  private static Message.Step step(JsonObject fields) {
    var step = new Message.Step(
        SpanKind.ofLabel(fields.text("kind")), fields.number("begin"), fields.number("end"), fields.number("cpuNanos"));
    fields.end();
    return step;
  }

  private static String quoted(String line) {
    return line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "…";
  }
}
