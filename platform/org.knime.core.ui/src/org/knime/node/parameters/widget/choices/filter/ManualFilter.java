// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.node.parameters.persistence.Persistable;

/** A choice by hand. */
final class ManualFilter implements Persistable {
    String[] m_manuallySelected;

    String[] m_manuallyDeselected = {};

    boolean m_includeUnknownColumns;

    ManualFilter() {
        this(new String[0]);
    }

    ManualFilter(final String[] selected) {
        m_manuallySelected = selected;
    }

    boolean selects(final String name) {
        return m_includeUnknownColumns ? !List.of(m_manuallyDeselected).contains(name)
            : List.of(m_manuallySelected).contains(name);
    }
}
