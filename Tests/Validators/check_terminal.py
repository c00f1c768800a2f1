"""Runs livery on a pseudo-terminal, as a person does: check_terminal.py LIVERY

The questions of `validate --interactive` are answered with y, n, a, q, rubbish, the end of the input and Ctrl-C, and
each time the file must be what the answers say. `--watch` is left running while files change, and each shell that is
installed completes what is typed. One line a case.
"""

import fcntl
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHOP = "tenants/shops/oakwood-auto-care.yaml"
SECONDS = 60


class Terminal:
    """A command whose three streams are one terminal, and what it has shown so far."""

    def __init__(self, words, folder, width=80, environment=None):
        self.shown = ""
        self.status = None
        self.process, self.handle = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update({"TERM": "xterm-256color", **(environment or {})})
            os.execv(words[0], words)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))

    def read(self, until, seconds=SECONDS):
        """Waits for a text among what was not waited for before; nil waits for the end."""
        end = time.monotonic() + seconds
        fresh = ""
        while until is None or until not in fresh:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.handle], [], [], left)[0]:
                raise AssertionError(f"no {until!r} after:\n{self.shown[-2000:]}")
            try:
                data = os.read(self.handle, 65536)
            except OSError:
                data = b""
            if not data:
                assert until is None, f"ended before {until!r}:\n{self.shown[-2000:]}"
                break
            fresh += data.decode("utf-8", "replace")
            self.shown += data.decode("utf-8", "replace")
        return fresh

    def type(self, text):
        os.write(self.handle, text.encode())

    def end(self):
        """The exit status, negative for a signal."""
        self.read(None)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        os.close(self.handle)
        return self.status


class Workspace:
    """A copy of the sample workspace in which one shop says `yes` and `no` where `true` and `false` belong."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(ROOT / "tenants", self.folder / "tenants")
        self.file = self.folder / SHOP
        self.sound = self.file.read_text(encoding="utf-8")
        lines = self.sound.split("\n")
        self.places = [n for n, line in enumerate(lines) if re.search(r"enabled: true\b", line)][:3]
        for number in self.places:
            lines[number] = lines[number].replace("enabled: true", "enabled: yes")
        self.broken = "\n".join(lines)
        assert len(self.places) == 3 and self.broken != self.sound

    def mended(self, *which):
        lines = self.broken.split("\n")
        for index in which:
            lines[self.places[index]] = lines[self.places[index]].replace("enabled: yes", "enabled: true")
        return "\n".join(lines)

    def save(self, text):
        """By a rename, so that no watch sees half a file."""
        draft = self.file.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.rename(self.file)

    def text(self):
        return self.file.read_text(encoding="utf-8")


def questions(livery, workspace):
    """Each case: its name, what is typed, the mended places, the exit status."""
    for name, typed, places, status in [
        ("yes to all, one by one", ["y\r", "yes\r", "Y\r"], (0, 1, 2), 0),
        ("no to the second", ["y\r", "n\r", "y\r"], (0, 2), 1),
        ("no to all", ["n\r", "no\r", "n\r"], (), 1),
        ("all that are left", ["n\r", "a\r"], (1, 2), 1),
        ("quit keeps what was agreed to", ["y\r", "q\r"], (0,), 1),
        ("rubbish is asked again", ["maybe\r", "\r", "y\r", "a\r"], (0, 1, 2), 0),
        ("the end of the input is a quit", ["y\r", "\x04"], (0,), 1),
        ("Ctrl-C changes nothing", ["y\r", "\x03"], (), -signal.SIGINT),
    ]:
        workspace.save(workspace.broken)
        terminal = Terminal([livery, "validate", "--interactive"], workspace.folder)
        prompt = "[q]uit: "
        for text in typed:
            terminal.read(prompt)
            terminal.type(text)
            prompt = "[q]uit: " if text.strip().lower() in ("y", "yes", "n", "no", "a", "q") else "y, n, a or q: "
        ended = terminal.end()
        assert ended == status, (name, ended, terminal.shown[-2000:])
        assert workspace.text() == workspace.mended(*places), (name, terminal.shown[-2000:])
        print(f"ok   --interactive: {name}")
    refused = subprocess.run(
        [livery, "validate", "--interactive"], cwd=workspace.folder, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, check=False)
    assert refused.returncode == 64 and "needs a terminal" in refused.stderr, refused
    print("ok   --interactive: refused where nobody can answer")
    workspace.save(workspace.sound)


def looks(livery, workspace):
    """Colour on a terminal only, and never against NO_COLOR; nothing wider than the terminal."""
    workspace.save(workspace.broken)
    for name, environment, colored in [
        ("colour", {}, True), ("NO_COLOR", {"NO_COLOR": "1"}, False), ("a dumb terminal", {"TERM": "dumb"}, False)
    ]:
        terminal = Terminal([livery, "validate"], workspace.folder, 60, environment)
        assert terminal.end() == 1
        assert ("\x1b[" in re.sub(r"\r\x1b\[K", "", terminal.shown)) == colored, (name, terminal.shown)
        print(f"ok   {name}")
    workspace.save(workspace.sound)


def watch(livery, workspace):
    report = workspace.folder / "findings.json"
    # Standard error is the terminal, so that the screen is cleared; the report goes to a file.
    terminal = Terminal([livery, "validate", "--watch", "--format", "human", "--format", f"json:{report}"], workspace.folder)
    terminal.read("checked in")
    for text, errors in ((workspace.broken, 3), (workspace.sound, 0)):
        workspace.save(text)
        terminal.read(" ms: ")
        assert json.loads(report.read_text(encoding="utf-8"))["counts"]["errors"] == errors
    terminal.type("\x03")
    assert terminal.end() == 130 and "\x1b[2J" in terminal.shown
    print("ok   validate --watch: the report follows the file, Ctrl-C is 130")
    workspace.save(workspace.broken)
    known = workspace.folder / "known.json"
    subprocess.run(
        [livery, "validate", "--write-baseline", known], cwd=workspace.folder, capture_output=True, check=True)
    terminal = Terminal([livery, "validate", "--watch", "--baseline", str(known)], workspace.folder, 100)
    assert "nothing to report, 3 known findings hidden" in terminal.read("hidden")
    workspace.save(workspace.broken + "fax: 1\n")
    assert "1 error in 1 file, 3 known findings hidden" in terminal.read("hidden")
    workspace.save(workspace.sound)
    terminal.read("3 known findings of")
    terminal.type("\x03")
    assert terminal.end() == 130
    print("ok   validate --watch --baseline: tells what is new, and what is gone")
    refused = subprocess.run(
        [livery, "validate", "--watch", "--format", "sarif"], cwd=workspace.folder, capture_output=True, text=True, check=False)
    assert refused.returncode == 64 and "sarif:FILE" in refused.stderr, refused


def compile_watch(livery, workspace):
    """What was checked is written, errors write nothing, and a foreign file in the way is told until it is gone."""
    output = workspace.folder / "output"
    process = subprocess.Popen(
        [livery, "compile", "--watch", "--format", "compact"], cwd=workspace.folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)

    def answer():
        for line in process.stderr:
            if " checked in " in line:
                return line
        raise AssertionError("the watch ended")

    manifest = output / "oakwood-auto-care/manifest.json"
    try:
        assert "14 bundles written" in answer() and manifest.exists()
        before = manifest.read_bytes()
        workspace.save(workspace.broken)
        assert "nothing written, 3 errors" in answer() and manifest.read_bytes() == before
        workspace.save(workspace.sound.replace("lead_time_hours: 12", "lead_time_hours: 13"))
        assert "1 bundle written" in answer() and manifest.read_bytes() != before
        # The next bundle has a place that somebody took meanwhile.
        shutil.rmtree(output / "oakwood-auto-care")
        (output / "oakwood-auto-care/api").mkdir(parents=True)
        (output / "oakwood-auto-care/api/production.json").write_text("mine")
        workspace.save(workspace.sound)
        blocked = answer()
        assert "0 bundles written" in blocked and "1 error" in blocked, blocked
        (output / "oakwood-auto-care/api/production.json").unlink()
        workspace.save(workspace.sound + "# a word\n")
        assert "1 bundle written" in answer() and manifest.exists()
        workspace.save(workspace.sound)
        answer()
        process.send_signal(signal.SIGINT)
        lines = process.communicate(timeout=SECONDS)[0]
        assert process.returncode == 130
        assert lines.count("[workspace/foreign-file-in-the-way]") == 1 and lines.count("error: ") == 4, lines
    finally:
        process.kill()
    print("ok   compile --watch: writes, withholds, tries again")
    checked = subprocess.run([livery, "compile", "--check"], cwd=workspace.folder, capture_output=True, check=False)
    assert checked.returncode == 0, checked
    print("ok   compile --watch: leaves what `compile` would write")


def severities(livery, workspace):
    """What writing finds has the severity that the platform gives it."""
    platform = workspace.folder / "tenants/platform.yaml"
    text = platform.read_text(encoding="utf-8")
    platform.write_text(text + "diagnostics: {workspace/foreign-file: off}\n", encoding="utf-8")
    (workspace.folder / "output/oakwood-auto-care/notes.txt").write_text("mine")
    terminal = Terminal([livery, "compile", "--watch"], workspace.folder)
    terminal.read("checked in")
    terminal.type("\x03")
    assert terminal.end() == 130 and "workspace/foreign-file" not in terminal.shown, terminal.shown
    platform.write_text(text, encoding="utf-8")
    print("ok   compile --watch: severities hold for what writing finds")


def completions(livery, workspace):
    """What each shell that is installed here makes of its script."""
    binaries = workspace.folder / "bin"
    binaries.mkdir()
    (binaries / "livery").symlink_to(livery)
    environment = {**os.environ, "PATH": f"{binaries}:{os.environ['PATH']}", "HOME": str(workspace.folder)}
    scripts = {}
    for shell in ("bash", "zsh", "fish"):
        scripts[shell] = workspace.folder / f"completion.{shell}"
        text = subprocess.run([livery, "completions", shell], capture_output=True, check=True).stdout
        scripts[shell].write_bytes(text)

    def lines(*words):
        return subprocess.run(
            words, cwd=workspace.folder, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()

    for typed, expected in [
        (["livery", "validate", "oak"], ["oakwood-auto-care"]), (["livery", "explain", "schema/unknown-k"], ["schema/unknown-key"]),
        (["livery", "validate", "--format", "=", "sa"], ["sarif"]), (["livery", "vali"], ["validate"]),
    ]:
        words = " ".join(f"'{word}'" for word in typed)
        script = f"source {scripts['bash']}; COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _livery; "
        assert lines("bash", "-c", script + 'printf "%s\\n" "${COMPREPLY[@]}"') == expected, typed
    print("ok   completions: bash")
    if shutil.which("fish"):
        for typed, expected in [("livery validate oak", "oakwood-auto-care"), ("livery validate --form", "--format")]:
            found = lines("fish", "-N", "-c", f"source {scripts['fish']}; complete -C '{typed}'")
            assert [line.split("\t")[0] for line in found] == [expected], (typed, found)
        print("ok   completions: fish")
    if shutil.which("zsh"):
        terminal = Terminal([shutil.which("zsh"), "-f", "-i"], workspace.folder, 100, environment)
        terminal.type(f"PS1='> '; autoload -U compinit; compinit -u -D; source {scripts['zsh']}; echo rea''dy\r")
        terminal.read("ready")
        for typed, expected in [("livery validate oak", "oakwood-auto-care"), ("livery explain schema/unknown-k", "unknown-key")]:
            terminal.type(typed + "\t")
            terminal.read(expected)
            terminal.type("\x15")
        terminal.type("exit\r")
        terminal.end()
        print("ok   completions: zsh")


def main():
    livery = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(folder)
        questions(livery, workspace)
        looks(livery, workspace)
        watch(livery, workspace)
        compile_watch(livery, workspace)
        severities(livery, workspace)
        completions(livery, workspace)


if __name__ == "__main__":
    main()
