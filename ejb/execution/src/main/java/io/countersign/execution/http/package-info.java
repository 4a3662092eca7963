/** HTTP requests that leave the server: egress rules, sending with retries, secrets. */
@NullMarked
package io.countersign.execution.http;

import org.jspecify.annotations.NullMarked;
