package io.countersign.security.apikey;

/** The key with this hash was changed or revoked; caches drop it. */
public record KeyChanged(String hash) {}
