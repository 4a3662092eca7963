/** Worker JVMs: the pipe to them, the process, the loop inside. Neither side trusts what the other sends. */
package io.countersign.sandbox.worker;
