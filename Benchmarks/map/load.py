"""How fast the page of a map opens in headless Chromium, and whether it complains.

    python load.py PAGE.html [--rounds 5]

Needs chromedriver (Debian: chromium-driver). Each round is a browser of its own. Printed: the medians of the time to the load event
and to the page's own word that it is drawn, both from the start of the navigation. A message on the console ends the run.
"""
import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request


def call(port, method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["value"]


def wait(port):
    for _ in range(200):
        try:
            if call(port, "GET", "/status")["ready"]:
                return
        except OSError:
            pass
        time.sleep(0.05)
    sys.exit("chromedriver does not answer")


def measure(port, page):
    options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1300,900"]}
    wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
    session = f"/session/{call(port, 'POST', '/session', {'capabilities': {'alwaysMatch': wanted}})['sessionId']}"
    try:
        call(port, "POST", f"{session}/url", {"url": "file://" + os.path.abspath(page)})
        script = (
            "const done = arguments[0]; const wait = () => document.documentElement.dataset.ready && performance"
            ".getEntriesByType('navigation')[0].loadEventEnd ? done([performance.getEntriesByType('navigation')[0]"
            ".loadEventEnd, performance.now()]) : requestAnimationFrame(wait); wait()")
        times = call(port, "POST", f"{session}/execute/async", {"script": script, "args": []})
        messages = call(port, "POST", f"{session}/se/log", {"type": "browser"})
        if messages:
            sys.exit(f"the console has {len(messages)} messages: {messages[0]['message']}")
        return times
    finally:
        call(port, "DELETE", session)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL)
    try:
        wait(port)
        times = [measure(port, arguments.page) for _ in range(arguments.rounds)]
    finally:
        driver.terminate()
        driver.wait()
    load, ready = (statistics.median(column) for column in zip(*times))
    size = os.path.getsize(arguments.page) / 1e6
    print(f"{size:.1f} MB: loaded after {load:.0f} ms, drawn after at most {ready:.0f} ms, no message on the console")


main()
