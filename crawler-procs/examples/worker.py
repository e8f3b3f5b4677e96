#!/usr/bin/env python3
"""A worker in another language: see ../PROTOCOL.md. Python's standard library only.

It visits pages as the Java workers do, but for what a real worker needs and an example doesn't: gzip, the references
in style sheets, drawings, sitemaps and headers, and the pages that Python's HTML parser and URL functions read differently.

    mvn -q package exec:exec@procs -DskipTests -DjvmArgs="'-Dlab.procs.worker=python3 crawler-procs/examples/worker.py'"
"""
import base64
import hashlib
import http.client
import json
import os
import sys
import threading
import traceback
from html.parser import HTMLParser
from queue import SimpleQueue
from urllib.parse import quote, urldefrag, urljoin, urlsplit


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        wanted = {"a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "iframe": "src"}.get(tag)
        self.found += [value for name, value in attributes if name == wanted and value is not None]


def say(message):
    print(json.dumps(message), flush=True)  # without flush the parent would wait for ever


def resolve(base, reference):
    return quote(urldefrag(urljoin(base, reference)).url, safe=":/?#[]@!$&'()*+,;=%~")


def origin(url):
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


def origins(plan):
    return {origin(seed) for seed in plan["seeds"]}


def request_headers(url, plan):
    headers = {"User-Agent": plan["fetch"]["userAgent"]}
    requests = plan["fetch"]["requests"]
    if origin(url) in origins(plan):
        headers.update((header["name"], header["value"]) for header in requests["headers"])
    for login in requests["logins"]:
        if login["host"] == urlsplit(url).hostname:
            both = "%s:%s" % (login["user"], login["password"])
            headers.setdefault("Authorization", "Basic " + base64.b64encode(both.encode()).decode())
    return headers


def fetch(url, plan):
    """Status, headers and body; http.client follows no redirects, and neither may a worker."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=plan["fetch"]["timeoutMillis"] / 1000)
    try:
        path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        connection.request("GET", path, headers=request_headers(url, plan))
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read(plan["fetch"]["maxBodyBytes"] + 1)
    finally:
        connection.close()


def checksum(body, rounds):
    if rounds == 0:
        return "-"
    link = hashlib.sha256(body).digest()
    for _ in range(rounds - 1):
        link = hashlib.sha256(link + body).digest()
    return link.hex()


def failed(url, kind, status, detail):
    return {"outcome": "failed", "url": url, "kind": kind, "status": status, "detail": detail}, []


def visit(url, plan):
    try:
        status, headers, body = fetch(url, plan)
    except TimeoutError as e:
        return failed(url, "timeout", 0, str(e))
    except ConnectionRefusedError as e:
        return failed(url, "connect", 0, str(e))
    except (OSError, http.client.HTTPException) as e:
        return failed(url, "connection-lost", 0, str(e))
    if len(body) > plan["fetch"]["maxBodyBytes"]:
        return failed(url, "too-large", 0, "body too long")
    if status in (301, 302, 303, 307, 308) and "Location" in headers:
        target = resolve(url, headers["Location"])
        outlinks = [target] if origin(target) in origins(plan) else []
        return {"outcome": "redirected", "url": url, "status": status, "target": target}, outlinks
    if status // 100 != 2:
        return failed(url, "http-status", status, "HTTP status %d" % status)
    links = Links()
    if headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        links.feed(body.decode(headers.get_content_charset() or "utf-8", "replace"))
    outlinks = dict.fromkeys(resolve(url, reference) for reference in links.found)
    saved = {"outcome": "saved", "url": url, "status": status, "bytes": len(body),
             "sha256": hashlib.sha256(body).hexdigest(), "checksum": checksum(body, plan["work"]["checksumRounds"]),
             "type": headers.get_content_type()}
    return saved, [link for link in outlinks if origin(link) in origins(plan)]


def listen(asked):
    """A thread of its own, for it must notice the parent's end even while a page is being visited."""
    for line in sys.stdin:
        asked.put(json.loads(line))
    os._exit(0)


def main():
    asked = SimpleQueue()
    threading.Thread(target=listen, args=(asked,), daemon=True).start()
    plan = asked.get()
    if plan["version"] != 12 or plan["work"]["out"] or plan["work"]["warc"] or plan["work"]["nofollow"]:
        raise ValueError("this worker speaks version 12, writes no files, and knows no nofollow")
    if any(plan["fetch"]["requests"][what] for what in ("cookies", "keepsCookies", "proxy")) or plan["fetch"]["requests"]["bytesPerSecond"] < 2**63 - 1:
        raise ValueError("this worker knows no cookies, no proxy and no rate")
    say({"type": "ready", "pid": os.getpid()})
    while True:
        result, outlinks = visit(asked.get()["url"], plan)
        say({"type": "visited", "visit": result, "outlinks": outlinks, "retryAfterMillis": -1, "steps": []})


if __name__ == "__main__":
    try:
        main()
    except Exception:
        say({"type": "bug", "stackTrace": traceback.format_exc()})
        threading.Event().wait()  # the parent ends the crawl, and this worker
