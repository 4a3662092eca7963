/** The author's tools on the command line: {@code script check}, {@code script test}, {@code script new}. */
package io.countersign.sandbox.cli;
