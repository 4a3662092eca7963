/** Answers in place of the network: for case files and for the test route. Not a byte leaves the machine. */
package io.countersign.sandbox.mocks;
