#ifndef CFYAML_H
#define CFYAML_H
#include <stddef.h>
// Writes libfyaml's events in the notation of the YAML test suite, without the marks of documents. Returns how many
// bytes that are, -1 when the text is refused, -2 when there is no room.
long cfyaml_events(const char *text, size_t size, char *into, size_t room);
#endif
