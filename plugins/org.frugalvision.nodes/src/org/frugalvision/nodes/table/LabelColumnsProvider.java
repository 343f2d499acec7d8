// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.StringValue;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the columns of strings of the first input table. */
public class LabelColumnsProvider extends CompatibleColumnsProvider {

    /** Called by KNIME's dialog. */
    public LabelColumnsProvider() {
        super(StringValue.class);
    }

    /** The same for nodes whose first port is a network and whose second is the table. */
    public static final class OfSecondPort extends LabelColumnsProvider {

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }
}
