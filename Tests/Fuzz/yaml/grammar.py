"""Acceptance by the productions of YAML 1.2.2, one function each; every function gives all ends that it can have."""
import json, re, sys
from functools import wraps
sys.setrecursionlimit(100000)

PRINT = '\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff'   # nb-char, no BOM
NB = f'[{PRINT}]'
NS = f'(?:(?![ \t]){NB})'
FLOWI = r'[,\[\]{}]'
BREAK = r'(?:\r\n|\r|\n)'
JSONC = '[\t\x20-\U0010ffff]'
ESC = r'\\(?:[0abt\tnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})'
URI = r"(?:%[0-9a-fA-F]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])"
TAGC = r"(?:%[0-9a-fA-F]{2}|[0-9A-Za-z\-#;/?:@&=+$_.~*'()])"
ANCHOR = f'(?:(?!{FLOWI}){NS})+'
IND = r"[-?:,\[\]{}#&*!|>'\"%@`]"
def rx(s): return re.compile(s)
R = {}
for c in ('fo', 'fi'):
    safe = NS if c == 'fo' else f'(?:(?!{FLOWI}){NS})'
    char = f'(?:(?![:#]){safe}|:(?={safe})|(?<![ \t\r\n\ufeff])(?<=.)#)'
    inline = f'(?:[ \t]*{char})*'
    R['first', c] = rx(f'(?:(?!{IND}){NS}|[?:\\-](?={safe}))')
    R['inline', c] = rx(inline)
    R['next', c] = rx(char + inline)
    R['safe', c] = rx(safe)
DQ1 = rx(f'(?:{ESC}|(?![\\\\"]){JSONC})*')
DQS = rx(f'(?:[ \t]*(?:{ESC}|(?![\\\\" \t]){JSONC}))*')
SQ1 = rx(f"(?:''|(?!'){JSONC})*")
SQS = rx(f"(?:[ \t]*(?:''|(?![' \t]){JSONC}))*")
TAG = rx(rf"!<{URI}+>|!(?:[0-9A-Za-z\-]*!)?{TAGC}+|!")
TAGALL = [rx(rf"!<{URI}+>"), rx(rf"![0-9A-Za-z\-]+!{TAGC}+"), rx(rf"!!{TAGC}+"), rx(rf"!{TAGC}+"), rx("!")]
ANCH = rx('&' + ANCHOR)
ALIAS = rx(r'\*' + ANCHOR)
WHITE = rx('[ \t]*')
BRK = rx(BREAK)
COMMENT = rx(f'#{NB}*')
FORBIDDEN = re.compile(r'(?:---|\.\.\.)(?=[ \t\r\n]|\Z)')

def memo(f):
    @wraps(f)
    def g(self, *a):
        k = (f.__name__,) + a
        r = self.m.get(k)
        if r is None:
            r = self.m[k] = frozenset(f(self, *a))
        return r
    return g

def flow(c): return 'fo' if c in ('fo', 'bk') else 'fi'
def inflow(c): return 'fi' if c in ('fo', 'fi') else 'fk'

class G:
    def __init__(s, t):
        s.t = t; s.e = len(t); s.m = {}
    def re(s, r, p):
        m = r.match(s.t, p)
        return m.end() if m else None
    def sol(s, p):
        while p and s.t[p-1] == '\ufeff': p -= 1
        return p == 0 or s.t[p-1] in '\r\n' and not (s.t[p-1] == '\r' and s.t[p:p+1] == '\n')
    def brk(s, p): return s.re(BRK, p)
    def indent(s, p, n):
        n = max(n, 0)
        return p+n if s.t[p:p+n] == ' '*n and len(s.t[p:p+n]) == n else None
    def spaces(s, p):
        q = p
        while s.t[q:q+1] == ' ': q += 1
        return q-p
    def sep_in_line(s, p):
        q = s.re(WHITE, p)
        return q if q > p or s.sol(p) else None
    def b_comment(s, p):
        if p == s.e: return p
        return s.brk(p)
    def s_b_comment(s, p):
        q = s.sep_in_line(p)
        if q is not None:
            c = s.re(COMMENT, q)
            q = c if c is not None else q
        else: q = p
        return s.b_comment(q)
    def l_comment(s, p):
        q = s.sep_in_line(p)
        if q is None: return None
        c = s.re(COMMENT, q)
        return s.b_comment(c if c is not None else q)
    def l_comments(s, p):
        while True:
            q = s.l_comment(p)
            if q is None or q == p: return p
            p = q
    def s_l_comments(s, p):
        q = s.s_b_comment(p)
        if q is None:
            if not s.sol(p): return None
            q = p
        return s.l_comments(q)
    def flow_prefix(s, p, n):
        q = s.indent(p, n)
        if q is None: return None
        return s.re(WHITE, q)
    def separate(s, p, n, c):
        if c in ('bk', 'fk'): return s.sep_in_line(p)
        q = s.s_l_comments(p)
        if q is not None:
            q = s.flow_prefix(q, n)
            if q is not None: return q
        return s.sep_in_line(p)
    # all line ends that comments could stop at, for places where less is more
    def empty(s, p, n, c):
        q = s.flow_prefix(p, n) if c == 'f' else s.indent(p, n)
        if q is not None:
            b = s.brk(q)
            if b is not None: return b
        k = min(s.spaces(p), max(n-1, 0))
        return s.brk(p+k)
    def folded(s, p, n):
        q = s.re(WHITE, p)
        b = s.brk(q)
        if b is None: return None
        while True:
            x = s.empty(b, n, 'f')
            if x is None: break
            b = x
        return s.flow_prefix(b, n)
    # flow scalars: greedy, one end
    def plain(s, p, n, c):
        f = flow(c)
        q = s.re(R['first', f], p)
        if q is None: return None
        q = s.re(R['inline', f], q)
        if c in ('bk', 'fk'): return q
        while True:
            x = s.folded(q, n)
            if x is None: return q
            y = s.re(R['next', f], x)
            if y is None: return q
            q = y
    def quoted(s, p, n, c, ch, one, many):
        if s.t[p:p+1] != ch: return None
        p += 1
        if c in ('bk', 'fk'):
            q = s.re(one, p)
            return q+1 if s.t[q:q+1] == ch else None
        p = s.re(many, p)
        while True:
            w = s.re(WHITE, p)
            if s.t[w:w+1] == ch: return w+1
            if ch == '"' and s.t[w:w+1] == '\\' and s.brk(w+1) is not None:
                b = s.brk(w+1)
                while True:
                    x = s.empty(b, n, 'f')
                    if x is None: break
                    b = x
                q = s.flow_prefix(b, n)
            else: q = s.folded(p, n)
            if q is None: return None
            # ( ns-char in-line ... )? else only the closing quote may follow
            y = s.re(many, q)
            if y == q and s.t[q:q+1] != ch and not (ch == '"' and s.t[q:q+1] == '\\'): 
                w = s.re(WHITE, q)
                if s.t[w:w+1] != ch: return None
            p = y
    # properties
    @memo
    def props(s, p, n, c):
        out = set()
        for r in TAGALL:
            q = s.re(r, p)
            if q is None: continue
            out.add(q)
            x = s.separate(q, n, c)
            if x is not None:
                y = s.re(ANCH, x)
                if y is not None: out.add(y)
            break
        q = s.re(ANCH, p)
        if q is not None:
            out.add(q)
            x = s.separate(q, n, c)
            if x is not None:
                for r in TAGALL:
                    y = s.re(r, x)
                    if y is not None: out.add(y); break
        return out
    @memo
    def json_content(s, p, n, c):
        ch = s.t[p:p+1]
        if ch == '[': return s.seq(p, n, c)
        if ch == '{': return s.map(p, n, c)
        if ch == '"': r = s.quoted(p, n, c, '"', DQ1, DQS)
        elif ch == "'": r = s.quoted(p, n, c, "'", SQ1, SQS)
        else: r = None
        return () if r is None else (r,)
    def plain_set(s, p, n, c):
        q = s.plain(p, n, c)
        return () if q is None else (q,)
    @memo
    def yaml_node(s, p, n, c):
        q = s.re(ALIAS, p)
        if q is not None: return (q,)
        out = set(s.plain_set(p, n, c))
        for q in s.props(p, n, c):
            out.add(q)
            x = s.separate(q, n, c)
            if x is not None: out |= set(s.plain_set(x, n, c))
        return out
    @memo
    def json_node(s, p, n, c):
        out = set(s.json_content(p, n, c))
        for q in s.props(p, n, c):
            x = s.separate(q, n, c)
            if x is not None: out |= s.json_content(x, n, c)
        return out
    @memo
    def flow_node(s, p, n, c):
        return s.yaml_node(p, n, c) | s.json_node(p, n, c)
    def opt_sep(s, p, n, c):
        q = s.separate(p, n, c)
        return (p,) if q is None or q == p else (p, q)
    @memo
    def sep_value(s, p, n, c):
        if s.t[p:p+1] != ':' or s.re(R['safe', flow(c)], p+1) is not None: return ()
        out = {p+1}
        q = s.separate(p+1, n, c)
        if q is not None: out |= s.flow_node(q, n, c)
        return out
    @memo
    def adj_value(s, p, n, c):
        if s.t[p:p+1] != ':': return ()
        out = {p+1}
        for q in s.opt_sep(p+1, n, c): out |= s.flow_node(q, n, c)
        return out
    @memo
    def implicit_entry(s, p, n, c):
        out = set(s.sep_value(p, n, c))
        for k in s.yaml_node(p, n, c):
            out.add(k)
            for q in s.opt_sep(k, n, c): out |= s.sep_value(q, n, c)
        for k in s.json_node(p, n, c):
            out.add(k)
            for q in s.opt_sep(k, n, c): out |= s.adj_value(q, n, c)
        return out
    @memo
    def explicit(s, p, n, c):
        # "?" s-separate ( implicit-entry | e-node e-node )
        if s.t[p:p+1] != '?': return ()
        q = s.separate(p+1, n, c)
        if q is None: return ()
        return s.implicit_entry(q, n, c) | {q}
    @memo
    def map_entry(s, p, n, c):
        return s.explicit(p, n, c) | s.implicit_entry(p, n, c)
    @memo
    def pair_entry(s, p, n, c):
        out = set(s.explicit(p, n, c)) | s.sep_value(p, n, c)
        for k in s.yaml_node(p, 0, 'fk'):
            if k-p > 1024: continue
            out |= s.sep_value(s.re(WHITE, k), n, c)
        for k in s.json_node(p, 0, 'fk'):
            if k-p > 1024: continue
            out |= s.adj_value(s.re(WHITE, k), n, c)
        return out
    @memo
    def seq_entry(s, p, n, c):
        return s.pair_entry(p, n, c) | s.flow_node(p, n, c)
    def collection(s, p, n, c, close, entry):
        c2 = inflow(c)
        starts = set(s.opt_sep(p+1, n, c))
        out = set(); seen = set(); work = list(starts)
        for q in starts:
            if s.t[q:q+1] == close: out.add(q+1)
        while work:
            q = work.pop()
            if q in seen: continue
            seen.add(q)
            for r in entry(q, n, c2):
                for x in s.opt_sep(r, n, c2):
                    if s.t[x:x+1] == close: out.add(x+1)
                    if s.t[x:x+1] == ',':
                        for y in s.opt_sep(x+1, n, c2):
                            if s.t[y:y+1] == close: out.add(y+1)
                            work.append(y)
        return out
    @memo
    def seq(s, p, n, c): return s.collection(p, n, c, ']', s.seq_entry)
    @memo
    def map(s, p, n, c): return s.collection(p, n, c, '}', s.map_entry)
    # block
    @memo
    def block_node(s, p, n, c):
        return s.block_scalar(p, n, c) | s.block_collection(p, n, c) | s.flow_in_block(p, n)
    @memo
    def flow_in_block(s, p, n):
        q = s.separate(p, n+1, 'fo')
        if q is None: return ()
        out = set()
        for r in s.flow_node(q, n+1, 'fo'):
            x = s.s_l_comments(r)
            if x is not None: out.add(x)
        return out
    @memo
    def block_scalar(s, p, n, c):
        q = s.separate(p, n+1, 'fo')
        if q is None: return ()
        starts = {q}
        for r in s.props(q, n+1, 'fo'):
            x = s.separate(r, n+1, 'fo')
            if x is not None: starts.add(x)
        out = set()
        for q in starts: out |= set(s.scalar_body(q, n))
        return out
    def scalar_body(s, p, n):
        m = re.compile(r'[|>](?:([1-9])([-+]?)|([-+])([1-9])?|)').match(s.t, p)
        if not m: return ()
        digit = m.group(1) or m.group(4); chomp = m.group(2) or m.group(3) or ''
        q = s.s_b_comment(m.end())
        if q is None: return ()
        if digit: ind = max(n, 0)+int(digit)
        else:
            x = q; longest = 0
            while True:
                k = s.spaces(x); b = s.brk(x+k)
                if b is None:
                    if x+k == s.e: ind = max(longest, k, n+1); longest = ind
                    else: ind = k
                    break
                longest = max(longest, k); x = b
            if ind <= n: ind = n+1
            elif longest > ind: return ()
        return s.literal(q, ind, chomp)
    def literal(s, p, n, chomp):
        nb = rx(f'{NB}+')
        def text(p):
            while True:
                x = s.empty(p, n, 'b')
                if x is None: break
                p = x
            q = s.indent(p, n)
            return None if q is None else s.re(nb, q)
        q = text(p); end = p
        if q is not None:
            while True:
                b = s.brk(q)
                if b is None: break
                x = text(b)
                if x is None: break
                q = x
            b = s.brk(q)
            if b is None:
                if q != s.e: return ()
                b = q
            end = b
        # chomped empty
        while True:
            if chomp == '+': x = s.empty(end, n, 'b')
            else:
                k = min(s.spaces(end), max(n, 0)); x = s.brk(end+k)
            if x is None: break
            end = x
        # the end of the text may end a line of spaces (b-comment's end of file)
        if s.spaces(end) <= n and end + s.spaces(end) == s.e: end = s.e
        k = s.spaces(end)
        if k < n and s.re(COMMENT, end+k) is not None:
            b = s.b_comment(s.re(COMMENT, end+k))
            if b is not None: end = s.l_comments(b)
        return (end,)
    @memo
    def block_collection(s, p, n, c):
        starts = {p}
        q = s.separate(p, n+1, 'fo')
        if q is not None: starts |= s.props(q, n+1, 'fo')
        out = set()
        for q in starts:
            x = s.s_l_comments(q)
            if x is None: continue
            out |= s.block_seq(x, n-1 if c == 'bo' else n) | s.block_map(x, n)
        return out
    @memo
    def block_seq(s, p, n):
        k = s.spaces(p)
        if k <= n: return ()
        return s.repeat(p, k, s.seq_item)
    @memo
    def block_map(s, p, n):
        k = s.spaces(p)
        if k <= n: return ()
        return s.repeat(p, k, s.block_entry)
    def repeat(s, p, k, item, first=True):
        out = set(); work = [p]; seen = set()
        while work:
            q = work.pop()
            if q in seen: continue
            seen.add(q)
            if first and q == p or not (q == p):
                x = s.indent(q, k)
            else: x = q
            if x is None: continue
            for r in item(x, k):
                if r not in out:
                    out.add(r)
                    if s.sol(r): work.append(r)
        return out
    def compact(s, p, k, item):
        out = set()
        for r in item(p, k):
            out.add(r)
            if s.sol(r): out |= s.repeat(r, k, item)
        return out
    @memo
    def seq_item(s, p, n):
        if s.t[p:p+1] != '-' or s.re(rx(NS), p+1) is not None: return ()
        return s.indented(p+1, n, 'bi')
    @memo
    def indented(s, p, n, c):
        out = set(s.block_node(p, n, c))
        x = s.s_l_comments(p)
        if x is not None: out.add(x)
        m = s.spaces(p)
        if m > 0:
            out |= s.compact(p+m, n+1+m, s.seq_item) | s.compact(p+m, n+1+m, s.block_entry)
        return out
    @memo
    def block_entry(s, p, n):
        out = set()
        if s.t[p:p+1] == '?' and s.re(rx(NS), p+1) is None:
            for k in s.indented(p+1, n, 'bo'):
                out.add(k)
                if s.sol(k):
                    x = s.indent(k, n)
                    if x is not None and s.t[x:x+1] == ':' and s.re(rx(NS), x+1) is None:
                        out |= s.indented(x+1, n, 'bo')
        keys = {p}
        for k in s.yaml_node(p, 0, 'bk') | s.json_node(p, 0, 'bk'):
            if k-p <= 1024: keys.add(s.re(WHITE, k))
        for k in keys:
            if s.t[k:k+1] != ':': continue
            out |= s.block_node(k+1, n, 'bo')
            x = s.s_l_comments(k+1)
            if x is not None: out.add(x)
        return out

DIRECTIVE = rx(f'%(?:YAML[ \t]+[0-9]+\\.[0-9]+|TAG[ \t]+(?:![0-9A-Za-z\\-]*!|!)[ \t]+(?:!{URI}*|{TAGC}{URI}*)|(?!(?:YAML|TAG)(?:[ \t\r\n]|\\Z)){NS}+(?:[ \t]+(?!#){NS}+)*)')

def next_forbidden(t, p):
    for m in FORBIDDEN.finditer(t, p):
        q = m.start()
        b = q
        while b and t[b-1] == '\ufeff': b -= 1
        if b == 0 or t[b-1] in '\r\n': return q
    return len(t)

def accepts(t):
    if '\ud800' <= max(t, default='') <= '\udfff': return False
    if re.search('[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff\x7f-\x9f]', t): return False
    g = G(t)
    seen = set()
    def bare(p):
        lim = next_forbidden(t, p)
        sub = G(t[:lim])
        return sub.block_node(p, -1, 'bi')
    def document(p):
        out = set()
        q = p; n = 0
        while True:
            d = g.re(DIRECTIVE, q)
            if d is None or not g.sol(q): break
            x = g.s_l_comments(d)
            if x is None: break
            q = x; n += 1
        if t[q:q+3] == '---' and g.sol(q) and not re.match(NS, t[q+3:q+4]):
            out |= bare(q+3)
            x = g.s_l_comments(q+3)
            if x is not None: out.add(x)
        if n == 0 and not FORBIDDEN.match(t, p) and t[p:p+1] != '%': out |= bare(p)
        return out
    work = [(0, 'start')]
    while work:
        p, st = work.pop()
        if (p, st) in seen: continue
        seen.add((p, st))
        if p == len(t): return True
        if not g.sol(p): continue
        if t[p] == '\ufeff': work.append((p+1, st))
        q = g.l_comment(p)
        if q is not None and q > p: work.append((q, st))
        if t[p:p+3] == '...' and not re.match(NS, t[p+3:p+4]):
            x = g.s_l_comments(p+3)
            if x is not None: work.append((x, 'start'))
        if st == 'start' or t[p:p+3] == '---' and FORBIDDEN.match(t, p):
            for x in document(p): work.append((x, 'after'))
    return False

if __name__ == '__main__':
    import glob, os
    bad = 0
    for d in sorted(glob.glob(sys.argv[1] + '/**/in.yaml', recursive=True)):
        t = open(d, encoding='utf8', newline='').read()
        err = os.path.exists(os.path.dirname(d) + '/error')
        for v in (t, t.replace('\n', '\r\n')):
            got = accepts(v)
            if got == err:
                bad += 1; print('WRONG', d, 'accepted' if got else 'refused', repr(t)[:150]); break
    print('wrong', bad)
