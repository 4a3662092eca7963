/** MCP servers behind this one, as administrators keep them. */
@NullMarked
package io.countersign.web.servers;

import org.jspecify.annotations.NullMarked;
