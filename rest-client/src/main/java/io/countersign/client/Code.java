package io.countersign.client;

/** A source to check. */
public record Code(String code) {}
