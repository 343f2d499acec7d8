// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

/**
 * A class whose fields can be shown in a dialog; storable
 * only if it is {@link org.knime.node.parameters.persistence.Persistable}, too.
 */
public interface WidgetGroup {
}
