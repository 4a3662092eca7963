/** Files that belong to classes of this jar. */
package io.countersign.sandbox.bundled;
