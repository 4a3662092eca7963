package io.countersign.client;

/** Whether an emergency approval was justified. */
public record Review(String verdict, String comment) {}
