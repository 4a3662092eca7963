package io.countersign.health;

/**
 * Fired once at start as a CDI event when the database carries the schema that this release needs. What must read or write
 * the database at start observes it.
 *
 * @param version the schema's version
 */
public record SchemaReady(String version) {}
