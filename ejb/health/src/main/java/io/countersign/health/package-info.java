/** Whether the server lives and is ready: modules register probes, health endpoints read them. */
@NullMarked
package io.countersign.health;

import org.jspecify.annotations.NullMarked;
