/** Brings the database to the schema of this release before anything else starts. */
@NullMarked
package io.countersign.schema;

import org.jspecify.annotations.NullMarked;
