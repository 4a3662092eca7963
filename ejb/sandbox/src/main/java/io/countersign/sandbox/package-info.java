/**
 * Runs scripts that nobody trusts: source, check, compile, verify, weave, load, run; in a pool of worker JVMs or in
 * process. {@link io.countersign.sandbox.Sandbox} is the door; everything that crosses it is plain data.
 */
@NullMarked
package io.countersign.sandbox;

import org.jspecify.annotations.NullMarked;
