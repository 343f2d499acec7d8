// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

/**
 * Something that can be copied with everything it owns.
 *
 * @param <T> the type of the copy
 */
public interface DeepCopy<T> {

    /** @return an independent copy */
    T copy();
}
