package io.countersign.security;

/** A key with this hash is not what it was. */
record KeyChanged(String hash) {}
