// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell without content. */
public interface MissingValue extends DataValue {

    /** Why the content is missing, or null. */
    String getError();
}
