#include "cfyaml.h"
#include <errno.h>
#include <libfyaml.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

struct out {
    char *into;
    size_t room, count;
};

static void put(struct out *out, const char *text, size_t size) {
    if (text && out->count + size <= out->room) memcpy(out->into + out->count, text, size);
    out->count += size;
}

static void word(struct out *out, const char *text) { put(out, text, strlen(text)); }

static void token(struct out *out, struct fy_token *token, const char *before, const char *behind) {
    if (!token) return;
    size_t size = 0;
    const char *text = fy_token_get_text(token, &size);
    word(out, before);
    put(out, text, size);
    word(out, behind);
}

static void scalar(struct out *out, struct fy_token *token) {
    static const char styles[] = ":'\"|>";
    size_t size = 0;
    const char *text = token ? fy_token_get_text(token, &size) : "";
    int style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;
    put(out, " ", 1);
    put(out, &styles[style < 0 || style >= FYSS_MAX ? 0 : style], 1);
    for (size_t index = 0; index < size; ++index) {
        switch (text[index]) {
        case '\\': word(out, "\\\\"); break;
        case '\n': word(out, "\\n"); break;
        case '\r': word(out, "\\r"); break;
        case '\t': word(out, "\\t"); break;
        case '\b': word(out, "\\b"); break;
        case 0: word(out, "\\0"); break;
        default: put(out, &text[index], 1);
        }
    }
}

static void event_line(struct out *out, struct fy_event *event) {
    word(out, fy_event_type_get_text(event->type));
    switch (event->type) {
    case FYET_DOCUMENT_START: word(out, event->document_start.implicit ? "" : " ---"); break;
    case FYET_DOCUMENT_END: word(out, event->document_end.implicit ? "" : " ..."); break;
    case FYET_SEQUENCE_START: word(out, fy_event_get_node_style(event) == FYNS_FLOW ? " []" : ""); break;
    case FYET_MAPPING_START: word(out, fy_event_get_node_style(event) == FYNS_FLOW ? " {}" : ""); break;
    default: break;
    }
    if (event->type == FYET_SEQUENCE_START || event->type == FYET_MAPPING_START || event->type == FYET_SCALAR) {
        token(out, fy_event_get_anchor_token(event), " &", "");
        token(out, fy_event_get_tag_token(event), " <", ">");
    }
    if (event->type == FYET_SCALAR) scalar(out, event->scalar.value);
    if (event->type == FYET_ALIAS) token(out, event->alias.anchor, " *", "");
    word(out, "\n");
}

// The events of one text, or the first message.
static int answer(const char *text, size_t size, struct out *out) {
    struct fy_diag *diag = fy_diag_create(NULL);
    fy_diag_set_collect_errors(diag, true);
    struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_DISABLE_DEPTH_LIMIT, .diag = diag};
    struct fy_parser *parser = fy_parser_create(&cfg);
    if (!parser || fy_parser_set_string(parser, text, size)) return CFYAML_REFUSED;
    struct fy_event *event;
    bool ended = false;
    while (!ended && (event = fy_parser_parse(parser))) {
        event_line(out, event);
        ended = event->type == FYET_STREAM_END;
        fy_parser_event_free(parser, event);
    }
    bool refused = !ended || fy_parser_get_stream_error(parser);
    if (refused) {
        out->count = 0;
        void *place = NULL;
        struct fy_diag_error *error = fy_diag_errors_iterate(diag, &place);
        if (error && error->msg) word(out, error->msg);
    }
    fy_parser_destroy(parser);
    fy_diag_destroy(diag);
    if (out->count > out->room) return CFYAML_NO_ROOM;
    return refused ? CFYAML_REFUSED : CFYAML_EVENTS;
}

// In the child: a text may take 300 ms of the processor, and all of them 2 GB.
static void answer_from(struct cfyaml_batch *batch, uint32_t first) {
    struct rlimit memory = {2UL << 30, 2UL << 30}, core = {0, 0};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &core);
    signal(SIGPROF, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    for (uint32_t index = first; index < batch->count; ++index) {
        struct itimerval limit = {{0, 0}, {0, 300000}};
        batch->current = index;
        setitimer(ITIMER_PROF, &limit, NULL);
        alarm(60);
        uint32_t start = index ? batch->ends[index - 1] : 0, filled = batch->filled;
        struct out out = {batch->output + filled, CFYAML_OUTPUT - filled, 0};
        int kind = answer(batch->input + start, batch->ends[index] - start, &out);
        uint32_t count = kind == CFYAML_NO_ROOM ? 0 : out.count;
        batch->answers[index] = (struct cfyaml_answer){kind, filled, filled + count};
        batch->filled = filled + count;
    }
    _exit(0);
}

struct cfyaml_batch *cfyaml_batch_create(void) {
    struct cfyaml_batch *batch;
    size_t answers = CFYAML_TEXTS * sizeof *batch->answers, ends = CFYAML_TEXTS * sizeof *batch->ends;
    size_t size = sizeof *batch + answers + ends + CFYAML_INPUT + CFYAML_OUTPUT;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    batch = memory;
    batch->answers = (struct cfyaml_answer *)(batch + 1);
    batch->ends = (uint32_t *)(batch->answers + CFYAML_TEXTS);
    batch->input = (char *)(batch->ends + CFYAML_TEXTS);
    batch->output = batch->input + CFYAML_INPUT;
    return batch;
}

int cfyaml_read(struct cfyaml_batch *batch) {
    batch->filled = 0;
    for (uint32_t next = 0; next < batch->count;) {
        pid_t child = fork();
        if (child < 0) return errno;
        if (child == 0) answer_from(batch, next);
        int status = 0;
        while (waitpid(child, &status, 0) < 0)
            if (errno != EINTR) return errno;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) break;
        bool hung = WIFSIGNALED(status) && (WTERMSIG(status) == SIGPROF || WTERMSIG(status) == SIGALRM);
        int kind = hung ? CFYAML_HUNG : CFYAML_CRASHED;
        batch->answers[batch->current] = (struct cfyaml_answer){kind, batch->filled, batch->filled};
        next = batch->current + 1;
    }
    return 0;
}
