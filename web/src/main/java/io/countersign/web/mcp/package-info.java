/** The Model Context Protocol: agents find workflows and ask for their execution, under the rules of the REST contract. */
@NullMarked
package io.countersign.web.mcp;

import org.jspecify.annotations.NullMarked;
