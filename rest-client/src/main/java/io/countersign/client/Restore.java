package io.countersign.client;

/** Which version to bring back. */
public record Restore(int version) {}
