// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers the columns of an input table that hold values of some classes. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {
    private final Collection<Class<? extends DataValue>> m_valueClasses;

    /** @param valueClass the value class a column must be compatible with */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        this(List.of(valueClass));
    }

    /** @param valueClasses the value classes of which a column must be compatible with one */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return m_valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }

    /** Offers the columns that hold text. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {
        /** Creates the provider. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Offers the columns that hold numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {
        /** Creates the provider. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
