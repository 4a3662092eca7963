/** Not for scripts: what the script API and the sandbox share. */
package io.countersign.script.internal;
