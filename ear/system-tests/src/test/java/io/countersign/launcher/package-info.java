/** What the launcher does without a server. */
package io.countersign.launcher;
