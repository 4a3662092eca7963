/** Workflows in the console: list, detail with code and versions, the editor, asking for a run. */
@NullMarked
package io.countersign.ui.workflows;

import org.jspecify.annotations.NullMarked;
