// The processor's own instructions for SHA-256, which Swift cannot name: a function must be marked for them one by one,
// so that the same binary runs where they are missing. No library is behind this.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has them.
bool digest_has_sha256(void);

/// Takes so many blocks of 64 bytes into the eight words of the state (FIPS 180-4, section 6.2.2). Only where
/// `digest_has_sha256` says yes.
void digest_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks);

/// The same for two texts at once. A round waits for the one before it, so that a processor that has two texts works
/// twice as fast on them.
void digest_sha256_blocks_of_two(
    uint32_t *state, const uint8_t *bytes, uint32_t *other_state, const uint8_t *other_bytes, size_t blocks);
