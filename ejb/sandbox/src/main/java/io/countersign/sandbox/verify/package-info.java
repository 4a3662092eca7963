/** The boundary: class files are refused unless every member that they name is on a list. */
package io.countersign.sandbox.verify;
