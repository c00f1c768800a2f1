#include "cfyaml.h"
#include <libfyaml.h>
#include <stdio.h>
#include <string.h>

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

long cfyaml_events(const char *text, size_t size, char *into, size_t room) {
    struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_DISABLE_DEPTH_LIMIT};
    struct fy_parser *parser = fy_parser_create(&cfg);
    struct out out = {into, room, 0};
    fy_parser_set_string(parser, text, size);
    struct fy_event *event;
    int ended = 0;
    while ((event = fy_parser_parse(parser))) {
        const char *kind = fy_event_type_get_text(event->type);
        word(&out, kind);
        if (event->type == FYET_SEQUENCE_START || event->type == FYET_MAPPING_START) {
            if (fy_event_get_node_style(event) == FYNS_FLOW)
                word(&out, event->type == FYET_SEQUENCE_START ? " []" : " {}");
        }
        if (event->type == FYET_SEQUENCE_START || event->type == FYET_MAPPING_START || event->type == FYET_SCALAR) {
            token(&out, fy_event_get_anchor_token(event), " &", "");
            token(&out, fy_event_get_tag_token(event), " <", ">");
        }
        if (event->type == FYET_SCALAR) scalar(&out, event->scalar.value);
        if (event->type == FYET_ALIAS) token(&out, event->alias.anchor, " *", "");
        word(&out, "\n");
        ended = event->type == FYET_STREAM_END;
        fy_parser_event_free(parser, event);
        if (ended) break;
    }
    int failed = !ended || fy_parser_get_stream_error(parser);
    fy_parser_destroy(parser);
    if (failed) return -1;
    return out.count > room ? -2 : (long)out.count;
}
