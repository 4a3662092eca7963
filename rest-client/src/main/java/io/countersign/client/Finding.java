package io.countersign.client;

/** One thing that is wrong with a source. */
public record Finding(int line, int column, String code, String message) {}
