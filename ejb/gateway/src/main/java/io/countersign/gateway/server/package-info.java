/** MCP servers and their tools as stored, and changes of them. */
@NullMarked
package io.countersign.gateway.server;

import org.jspecify.annotations.NullMarked;
