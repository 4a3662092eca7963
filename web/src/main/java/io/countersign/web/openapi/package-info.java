/** The contract as OpenAPI, and a page to read it. */
@NullMarked
package io.countersign.web.openapi;

import org.jspecify.annotations.NullMarked;
