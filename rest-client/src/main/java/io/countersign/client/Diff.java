package io.countersign.client;

/** A unified diff between two versions. */
public record Diff(int version, int against, String diff) {}
