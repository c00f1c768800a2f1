#ifndef CFYAML_H
#define CFYAML_H
#include <stddef.h>
#include <stdint.h>

// libfyaml in processes of its own: what hangs it or breaks it costs one text and not the run.
enum cfyaml_kind { CFYAML_EVENTS, CFYAML_REFUSED, CFYAML_CRASHED, CFYAML_HUNG, CFYAML_NO_ROOM };

struct cfyaml_answer {
    int32_t kind;
    // Where the events stand in `output`, in the notation of the YAML test suite, or the message of a refusal.
    uint32_t start, end;
};

enum { CFYAML_TEXTS = 2048, CFYAML_INPUT = 4 << 20, CFYAML_OUTPUT = 32 << 20 };

// In memory that parent and child share, and so are the arrays that it points to.
struct cfyaml_batch {
    uint32_t count;
    // Where each text ends in `input`.
    uint32_t *ends;
    struct cfyaml_answer *answers;
    char *input, *output;
    // The text at hand and how much of `output` is filled.
    volatile uint32_t current, filled;
};

// NULL when there is no memory.
struct cfyaml_batch *cfyaml_batch_create(void);

// Answers all texts of the batch. 0, or the number of an error.
int cfyaml_read(struct cfyaml_batch *batch);
#endif
