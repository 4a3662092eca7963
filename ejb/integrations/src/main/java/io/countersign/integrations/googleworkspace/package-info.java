/** Google Workspace, through the Admin SDK. */
@NullMarked
package io.countersign.integrations.googleworkspace;

import org.jspecify.annotations.NullMarked;
