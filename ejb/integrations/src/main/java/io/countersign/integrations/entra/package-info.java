/** Microsoft Entra, through Microsoft Graph. */
@NullMarked
package io.countersign.integrations.entra;

import org.jspecify.annotations.NullMarked;
