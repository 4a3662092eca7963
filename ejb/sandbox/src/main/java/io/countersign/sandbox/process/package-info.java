/** What the operating system puts around a worker's process: found out by trying, told by name, checked from within. */
package io.countersign.sandbox.process;
