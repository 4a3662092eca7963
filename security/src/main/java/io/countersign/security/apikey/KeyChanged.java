package io.countersign.security.apikey;

/** A key with this hash is not what it was. */
public record KeyChanged(String hash) {}
