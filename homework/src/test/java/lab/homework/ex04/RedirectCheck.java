package lab.homework.ex04;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lab.homework.ex04.RedirectFollower.End;
import lab.homework.ex04.RedirectFollower.Http;
import lab.homework.ex04.RedirectFollower.Journey;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.HttpScript;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/**
 * Exercise 4. The pages are on a real server, and what it counts is what was asked for. No two journeys of one rule share a page,
 * but for those of the last rule, which is about that.
 */
public final class RedirectCheck implements Exercise<RedirectFollower> {
  private static final int PLENTY = 20;
  /** More than any rule needs: whoever asks so often would never stop. */
  private static final int MOST_REQUESTS = 60;

  private static final String ENDS = "a redirect is followed to the page that it leads to, if it leads anywhere";
  static final String RELATIVE = "a relative Location is read from the page that sent it";
  static final String LIMIT = "as many redirects are followed as may be, and no more";
  static final String CYCLE = "a cycle is noticed before any page is asked for twice";
  static final String ANEW = "each journey begins anew";

  @Override
  public Card card() {
    return new Card(4, "Redirect limits and cycles", List.of(), "common/README.md",
        "homework/src/main/java/lab/homework/ex04/MyRedirectFollower.java");
  }

  @Override
  public Supplier<RedirectFollower> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<RedirectFollower>> rules() {
    return List.of(
        new Rule<>(ENDS, 1, RedirectCheck::ends),
        new Rule<>(RELATIVE, 1, RedirectCheck::readsRelative),
        new Rule<>(LIMIT, 2, RedirectCheck::keepsTheLimit),
        new Rule<>(CYCLE, 2, RedirectCheck::noticesCycles),
        new Rule<>(ANEW, 1, RedirectCheck::beginsAnew));
  }

  private static void ends(RedirectFollower follower) throws IOException {
    try (HttpScript site = new HttpScript()) {
      site.on("/page", status(200)).on("/lost", status(302)).on("/new", status(200));
      site.on("/old", redirect(site.url("/new").toString())).on("/moved", redirect(site.url("/gone").toString()));
      expect(site, follow(follower, site, "/page", PLENTY), "/page", 0, End.ARRIVED, "/page is no redirect");
      expect(site, follow(follower, site, "/old", PLENTY), "/new", 1, End.ARRIVED, "/old redirects to /new, which is a page");
      expect(site, follow(follower, site, "/moved", PLENTY), "/gone", 1, End.ARRIVED,
          "/moved redirects to /gone, and that is a 404, which is no redirect and so an arrival, too");
      expect(site, follow(follower, site, "/lost", PLENTY), "/lost", 0, End.NO_LOCATION,
          "/lost is a redirect without Location");
      expectOnce(site, "/gone", "/lost", "/moved", "/new", "/old", "/page");
    }
  }

  private static void readsRelative(RedirectFollower follower) throws IOException {
    try (HttpScript site = new HttpScript()) {
      site.on("/docs/old", redirect("guide/old"))
          .on("/docs/guide/old", redirect("new"))
          .on("/docs/guide/new", redirect("../there"))
          .on("/docs/there", redirect("/top"))
          .on("/top", status(200));
      expect(site, follow(follower, site, "/docs/old", PLENTY), "/top", 4, End.ARRIVED,
          "/docs/old redirects to guide/old, that to new (which is /docs/guide/new), that to ../there (/docs/there), "
          + "that to /top: a relative Location means what it would mean as a link on the page that sent it");
    }
  }

  private static void keepsTheLimit(RedirectFollower follower) throws IOException {
    try (HttpScript site = chain("/just")) {
      expect(site, follow(follower, site, "/just/1", 3), "/just/4", 3, End.ARRIVED,
          "the page is 3 redirects away, and 3 may be followed");
    }
    try (HttpScript site = chain("/far")) {
      Journey journey = follow(follower, site, "/far/0", 3);
      RuleBroken.unless(site.count("/far/4") == 0,
          "/far/4 is 4 redirects away and only 3 may be followed, but the server was asked for it: when you have followed as "
          + "many as may be, do you see that before you ask for the next one?");
      expect(site, journey, "/far/3", 3, End.TOO_MANY, "the page is 4 redirects away, and 3 may be followed");
    }
    try (HttpScript site = chain("/none")) {
      expect(site, follow(follower, site, "/none/3", 0), "/none/3", 0, End.TOO_MANY,
          "the page is 1 redirect away, and none may be followed");
      expect(site, follow(follower, site, "/none/4", 0), "/none/4", 0, End.ARRIVED,
          "there is no redirect here, and so a limit of 0 forbids nothing");
      expectOnce(site, "/none/3", "/none/4");
    }
  }

  /** Four redirects, from .../0 to the page .../4. */
  private static HttpScript chain(String name) throws IOException {
    HttpScript site = new HttpScript();
    for (int i = 0; i < 4; i++) {
      site.on(name + "/" + i, redirect(name + "/" + (i + 1)));
    }
    return site.on(name + "/4", status(200));
  }

  private static void noticesCycles(RedirectFollower follower) throws IOException {
    try (HttpScript site = new HttpScript()) {
      site.on("/self", redirect("/self"))
          .on("/in", redirect("/a")).on("/a", redirect("/b")).on("/b", redirect("/a"))
          .on("/step?n=1", redirect("/step?n=2")).on("/step?n=2", status(200));
      Journey self = follow(follower, site, "/self", PLENTY);
      Journey lasso = follow(follower, site, "/in", PLENTY);
      site.counts().entrySet().stream().filter(count -> count.getValue() > 1).findFirst().ifPresent(RedirectCheck::sayTwice);
      expect(site, self, "/self", 0, End.CYCLE, "/self redirects to itself");
      expect(site, lasso, "/b", 2, End.CYCLE, "/in redirects to /a, that to /b, and that to /a again");
      expect(site, follow(follower, site, "/step?n=1", PLENTY), "/step?n=2", 1, End.ARRIVED,
          "/step?n=1 redirects to /step?n=2: URLs with different queries are different, and this is no cycle");
    }
  }

  private static void sayTwice(Map.Entry<String, Integer> count) {
    throw new RuleBroken("/self redirects to itself, /in to /a, /a to /b, and /b to /a. The server was asked for %s %d times: a "
        + "circle needn't go through the page where you began. What do you know of all pages on the way when you see a Location?",
        count.getKey(), count.getValue());
  }

  private static void beginsAnew(RedirectFollower follower) throws IOException {
    try (HttpScript site = new HttpScript()) {
      site.on("/old", redirect("/new")).on("/older", redirect("/old")).on("/new", status(200));
      expect(site, follow(follower, site, "/old", PLENTY), "/new", 1, End.ARRIVED, "/old redirects to /new");
      expect(site, follow(follower, site, "/older", PLENTY), "/new", 2, End.ARRIVED,
          "/older redirects to /old and that to /new, and that an earlier journey came by there is no cycle: what outlives a "
          + "journey?");
    }
  }

  private static Journey follow(RedirectFollower follower, HttpScript site, String path, int mostRedirects) throws IOException {
    Http http = url -> {
      RuleBroken.unless(url.isAbsolute() && url.getHost() != null,
          "you asked for %s, which has no scheme or no host: a Location may be relative, and then must be resolved", url);
      RuleBroken.unless(site.requests() < MOST_REQUESTS,
          "the server was asked %d times, and still you go on: %s", MOST_REQUESTS, site.counts());
      HttpScript.Reply reply = HttpScript.get(url);
      return new RedirectFollower.Reply(reply.status(), reply.header("Location"));
    };
    return follower.follow(site.url(path), mostRedirects, http);
  }

  private static void expect(HttpScript site, Journey seen, String path, int redirects, End end, String why) {
    RuleBroken.unless(new Journey(site.url(path), redirects, end).equals(seen),
        "you say: %s; but it is: %s, %d redirects, %s. For %s",
        words(site, seen), path, redirects, end, why);
  }

  private static String words(HttpScript site, Journey seen) {
    return seen == null ? "null" : "%s, %d redirects, %s".formatted(
        String.valueOf(seen.url()).replace(site.url("").toString(), ""), seen.redirects(), seen.end());
  }

  private static void expectOnce(HttpScript site, String... paths) {
    for (String path : paths) {
      RuleBroken.unless(site.count(path) == 1,
          "%s is to be asked for once, but the server was asked for it %d times; in all: %s",
          path, site.count(path), site.counts());
    }
  }

  private static HttpScript.Reply redirect(String location) {
    return HttpScript.Reply.of(302, "Location", location);
  }

  private static HttpScript.Reply status(int status) {
    return HttpScript.Reply.of(status);
  }
}
