// Each function reads one text and returns how many nodes it holds (scalars, aliases and collections; keys count), or
// -1 when it is refused. Without `counted` the nodes are made but not counted, and 0 is returned.
#ifndef PEERS_H
#define PEERS_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
long peer_libyaml_events(const char *text, size_t size, int counted);
long peer_libyaml_tree(const char *text, size_t size, int counted);
long peer_rapidyaml_events(const char *text, size_t size, int counted);
long peer_rapidyaml_tree(const char *text, size_t size, int counted);
long peer_rapidyaml_located(const char *text, size_t size, int counted);
#ifdef __cplusplus
}
#endif
#endif
