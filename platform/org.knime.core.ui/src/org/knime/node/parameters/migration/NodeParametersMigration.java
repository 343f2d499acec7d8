// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Knows how older versions stored a field.
 *
 * @param <T> the type of the field
 */
public interface NodeParametersMigration<T> {
    /** @return the older forms; the first that matches is loaded, else the present form */
    List<ConfigMigration<T>> getConfigMigrations();
}
