// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;

/** Columns that may be chosen, by their type and the input that has them. */
public final class OptionalColumns {

    private OptionalColumns() {
    }

    /** Columns of numbers of the second input. */
    public static final class NumbersOfSecondPort extends OptionalColumnsProvider {
        NumbersOfSecondPort() {
            super(1, DoubleValue.class);
        }
    }

    /** Columns of strings of the second input. */
    public static final class StringsOfSecondPort extends OptionalColumnsProvider {
        StringsOfSecondPort() {
            super(1, StringValue.class);
        }
    }

    /** Columns of numbers of the first input. */
    public static final class NumbersOfFirstPort extends OptionalColumnsProvider {
        NumbersOfFirstPort() {
            super(0, DoubleValue.class);
        }
    }

    /** Columns of strings of the first input. */
    public static final class StringsOfFirstPort extends OptionalColumnsProvider {
        StringsOfFirstPort() {
            super(0, StringValue.class);
        }
    }

    /** Columns of lists of the first input. */
    public static final class ListsOfFirstPort extends OptionalColumnsProvider {
        ListsOfFirstPort() {
            super(0, ListDataValue.class);
        }
    }
}
