// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** A choice by the preferred value class of a column's type. */
final class TypeFilter implements Persistable {
    String[] m_selectedTypes = {};

    boolean selects(final DataColumnSpec column) {
        return List.of(m_selectedTypes).contains(column.getType().getPreferredValueClass().getName());
    }
}
