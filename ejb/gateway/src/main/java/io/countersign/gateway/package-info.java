/** Other MCP servers behind this one: which there are, what their tools are like, and calls that wait for people. */
@NullMarked
package io.countersign.gateway;

import org.jspecify.annotations.NullMarked;
