/**
 * What a script sees, and all that it sees besides the allowed part of the JDK. A script is one compilation unit with one
 * public class that implements {@link io.countersign.script.Workflow}. Every object here belongs to a single run and is
 * used from that run's thread only.
 */
package io.countersign.script;
