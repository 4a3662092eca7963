/**
 * Providers that workflows act on. An integration is one package: its settings, its operations, its builtin workflows. It is
 * found through {@code META-INF/services}; its client for scripts is an interface of the script API.
 */
@NullMarked
package io.countersign.integrations;

import org.jspecify.annotations.NullMarked;
