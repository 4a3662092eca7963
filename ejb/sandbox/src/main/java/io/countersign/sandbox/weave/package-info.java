/** Puts checkpoints and guards into verified class files. */
package io.countersign.sandbox.weave;
