/** Runs woven classes: the loader, what a script is handed, and how its result is copied out. */
package io.countersign.sandbox.run;
