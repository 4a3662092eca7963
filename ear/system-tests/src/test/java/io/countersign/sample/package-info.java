/** A module of somebody else's: guarded tools and a pipeline that uses them, as a user of the Java API writes them. */
package io.countersign.sample;
