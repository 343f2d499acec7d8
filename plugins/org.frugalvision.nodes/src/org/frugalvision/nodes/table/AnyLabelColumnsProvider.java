// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers the columns of strings and of lists of strings of the first input table. */
public class AnyLabelColumnsProvider implements FilteredInputTableColumnsProvider {

    @Override
    public final boolean isIncluded(final DataColumnSpec column) {
        return LabelKind.STRINGS_OR_LISTS.fits(column);
    }

    /** The same for nodes whose first port is a network and whose second is the table. */
    public static final class OfSecondPort extends AnyLabelColumnsProvider {

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }
}
