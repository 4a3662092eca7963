/**
 * The conventions of the REST contract: who calls, what a body may hold, how an answer, a page and an error look, how an
 * answer is given once. Resources live in the sub-packages, one for each word of the contract.
 */
@NullMarked
package io.countersign.web;

import org.jspecify.annotations.NullMarked;
