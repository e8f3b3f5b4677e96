"""A flat site whose pages take their time; it logs each request, and so is the witness of the crawl."""
import http.server
import sys
import time

PAGES = int(sys.argv[2])


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        print(self.path, flush=True)
        time.sleep(0.2)
        body = "".join(f"<a href=/{i}.html>a</a>" for i in range(PAGES)) if self.path == "/" else "page " + self.path
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer((sys.argv[1], 8080), Handler).serve_forever()
