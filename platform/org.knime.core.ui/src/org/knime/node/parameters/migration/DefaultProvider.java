// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives a value, other than the initial one, to a field whose key is absent.
 *
 * @param <T> the type of the field
 */
public interface DefaultProvider<T> extends NodeParametersMigration<T> {
    /** @return the value of a field whose key is absent */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of();
    }
}
