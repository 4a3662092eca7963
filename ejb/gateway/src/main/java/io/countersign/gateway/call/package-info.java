/** Calls of tools: asked for, agreed to, made once. */
@NullMarked
package io.countersign.gateway.call;

import org.jspecify.annotations.NullMarked;
