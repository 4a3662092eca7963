/**
 * The REST contract as Java: one MicroProfile REST Client interface for each resource, records for what travels.
 * Configure {@code countersign/mp-rest/url} and {@code countersign.key}.
 */
@NullMarked
package io.countersign.client;

import org.jspecify.annotations.NullMarked;
