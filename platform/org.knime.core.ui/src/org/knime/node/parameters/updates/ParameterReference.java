// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/**
 * The name of a field, for others that depend on its value.
 *
 * @param <V> the type of the field
 */
public interface ParameterReference<V> {
}
