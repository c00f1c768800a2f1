// The peers behind peers.h. `run` compiles this file together with rapidyaml's sources.
#include "Sources/CPeers/include/peers.h"
#include <c4/yml/extra/event_handler_ints.hpp>
#include <c4/yml/extra/ints_utils.hpp>
#include <c4/yml/parse_engine.def.hpp>
#include <ryml.hpp>
#include <ryml_std.hpp>
#include <vector>
#include <yaml.h>

long peer_libyaml_events(const char *text, size_t size, int counted) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text), size);
    long nodes = 0;
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            yaml_parser_delete(&parser);
            return -1;
        }
        switch (event.type) {
        case YAML_SCALAR_EVENT: case YAML_ALIAS_EVENT: case YAML_SEQUENCE_START_EVENT: case YAML_MAPPING_START_EVENT:
            nodes += 1;
            break;
        case YAML_STREAM_END_EVENT: more = false; break;
        default: break;
        }
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return counted ? nodes : 0;
}

long peer_libyaml_tree(const char *text, size_t size, int counted) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text), size);
    yaml_document_t document;
    long nodes = -1;
    if (yaml_parser_load(&parser, &document)) {
        nodes = counted ? document.nodes.top - document.nodes.start : 0;
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
    return nodes;
}

long peer_rapidyaml_events(const char *text, size_t size, int counted) {
    using namespace c4::yml;
    // What the library estimates for the events, and the one copy that it parses in place.
    std::vector<char> source(text, text + size);
    std::vector<extra::ievt::DataType> events(extra::estimate_events_ints_size(c4::csubstr(text, size)));
    std::vector<char> arena(size);
    extra::EventHandlerInts handler;
    ParseEngine<extra::EventHandlerInts> parser(&handler);
    for (int attempt = 0; attempt < 2; ++attempt) {
        handler.reset(c4::to_substr(source), c4::to_substr(arena), events.data(), int32_t(events.size()));
        parser.parse_in_place_ev("text", c4::to_substr(source));
        if (handler.fits_buffers()) break;
        source.assign(text, text + size);
        events.resize(handler.required_size_events());
        arena.resize(handler.required_size_arena());
    }
    if (!counted) return 0;
    long nodes = 0;
    for (int32_t at = 0, end = handler.required_size_events(); at < end;) {
        auto event = events[at];
        bool opens = (event & extra::ievt::BEG_) && (event & (extra::ievt::SEQ_ | extra::ievt::MAP_));
        nodes += opens || (event & (extra::ievt::SCLR | extra::ievt::ALIA)) ? 1 : 0;
        at += (event & extra::ievt::WSTR) ? 3 : 1;
    }
    return nodes;
}

static long rapidyaml(const char *text, size_t size, int counted, bool located) {
    using namespace c4::yml;
    EventHandlerTree handler;
    Parser parser(&handler, ParserOptions().locations(located));
    Tree tree = parse_in_arena(&parser, "text", c4::csubstr(text, size));
    if (located && tree.size() > 1) {
        // The index of the lines is made when the first location is asked for.
        if (tree.ref(1).location(parser).line > size) return -1;
    }
    if (!counted) return 0;
    long nodes = 0;
    for (id_type id = 0; id < tree.size(); ++id) {
        if (tree.is_stream(id) || tree.type(id) == NOTYPE) continue;
        nodes += tree.has_key(id) ? 2 : 1;
    }
    return nodes;
}

long peer_rapidyaml_tree(const char *text, size_t size, int counted) { return rapidyaml(text, size, counted, false); }
long peer_rapidyaml_located(const char *text, size_t size, int counted) { return rapidyaml(text, size, counted, true); }
