#include "digest.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/// FIPS 180-4, section 4.2.2.
static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

bool digest_has_sha256(void) {
    unsigned a, b, c, d;
    // Intel's manual, volume 2, CPUID: leaf 1 has SSE4.1 in bit 19 of ECX, leaf 7 has SHA in bit 29 of EBX.
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & 1u << 19)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}

/// SHA256RNDS2 wants the words as a, b, e, f and c, d, g, h, the first of them highest.
typedef struct {
    __m128i abef, cdgh;
} State;

#define WITH_SHA __attribute__((target("sha,sse4.1")))
#define INLINE_WITH_SHA static inline __attribute__((always_inline, target("sha,sse4.1")))

INLINE_WITH_SHA State loaded(const uint32_t *words) {
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words + 4)), 0x1B);
    return (State){_mm_alignr_epi8(badc, hgfe, 8), _mm_blend_epi16(hgfe, badc, 0xF0)};
}

INLINE_WITH_SHA void store(State state, uint32_t *words) {
    const __m128i feba = _mm_shuffle_epi32(state.abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(state.cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

INLINE_WITH_SHA State sum(State one, State other) {
    return (State){_mm_add_epi32(one.abef, other.abef), _mm_add_epi32(one.cdgh, other.cdgh)};
}

INLINE_WITH_SHA void read_block(const uint8_t *bytes, __m128i words[4]) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    for (int part = 0; part < 4; part++) {
        words[part] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + part), big_endian);
    }
}

/// Four rounds, and the four words that are needed four turns later.
INLINE_WITH_SHA void turn_rounds(State *state, __m128i words[4], int turn) {
    const __m128i now = words[turn & 3], last = words[(turn + 3) & 3];
    const __m128i input = _mm_add_epi32(now, _mm_load_si128((const __m128i *)constants + turn));
    state->cdgh = _mm_sha256rnds2_epu32(state->cdgh, state->abef, input);
    state->abef = _mm_sha256rnds2_epu32(state->abef, state->cdgh, _mm_shuffle_epi32(input, 0x0E));
    const __m128i early = _mm_sha256msg1_epu32(now, words[(turn + 1) & 3]);
    const __m128i middle = _mm_alignr_epi8(last, words[(turn + 2) & 3], 4);
    words[turn & 3] = _mm_sha256msg2_epu32(_mm_add_epi32(early, middle), last);
}

WITH_SHA void digest_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks) {
    State now = loaded(state);
    for (; blocks > 0; blocks--, bytes += 64) {
        const State before = now;
        __m128i words[4];
        read_block(bytes, words);
#pragma clang loop unroll(full)
        for (int turn = 0; turn < 16; turn++) turn_rounds(&now, words, turn);
        now = sum(now, before);
    }
    store(now, state);
}

WITH_SHA void digest_sha256_blocks_of_two(
    uint32_t *state, const uint8_t *bytes, uint32_t *other_state, const uint8_t *other_bytes, size_t blocks) {
    State now = loaded(state), other = loaded(other_state);
    for (; blocks > 0; blocks--, bytes += 64, other_bytes += 64) {
        const State before = now, other_before = other;
        __m128i words[4], other_words[4];
        read_block(bytes, words);
        read_block(other_bytes, other_words);
#pragma clang loop unroll(full)
        for (int turn = 0; turn < 16; turn++) {
            turn_rounds(&now, words, turn);
            turn_rounds(&other, other_words, turn);
        }
        now = sum(now, before);
        other = sum(other, other_before);
    }
    store(now, state);
    store(other, other_state);
}

#else

bool digest_has_sha256(void) {
    return false;
}

void digest_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks) {
    (void)state, (void)bytes, (void)blocks;
}

void digest_sha256_blocks_of_two(
    uint32_t *state, const uint8_t *bytes, uint32_t *other_state, const uint8_t *other_bytes, size_t blocks) {
    (void)state, (void)bytes, (void)other_state, (void)other_bytes, (void)blocks;
}

#endif
