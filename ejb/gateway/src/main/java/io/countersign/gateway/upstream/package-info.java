/** The client side of the Model Context Protocol: how the servers behind are spoken to. */
@NullMarked
package io.countersign.gateway.upstream;

import org.jspecify.annotations.NullMarked;
