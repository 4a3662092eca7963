/** What a script would reach, read from its classes and its source: for readers, never for rules. */
package io.countersign.sandbox.outline;
