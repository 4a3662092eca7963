/** From a source text to class files, or to everything that is wrong with it, line by line. */
package io.countersign.sandbox.source;
